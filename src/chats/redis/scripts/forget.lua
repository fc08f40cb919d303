-- KEYS  7 mail (list)  8 post (sorted set)  9 dead (list)
-- ARGV  2 how long the letters' numbers are kept

local numbers = redis.call('HMGET', KEYS[1], 'written', 'left')
redis.call('HINCRBY', KEYS[6], 'letters', 0 - redis.call('LLEN', KEYS[7]))
redis.call('HINCRBY', KEYS[6], 'buried', 0 - redis.call('LLEN', KEYS[9]))
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[7], KEYS[9])
redis.call('ZREM', KEYS[4], name)
redis.call('ZREM', KEYS[5], name)
redis.call('ZREM', KEYS[8], name)
if numbers[1] then
  -- A channel that recognises a letter by its key would keep back a new one under an old number.
  redis.call('HSET', KEYS[1], 'written', numbers[1], 'left', numbers[1], 'gone', 1)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
