-- ARGV  2 fence  3 delay  4 channel of the senders

if redis.call('HGET', KEYS[1], 'mailOwner') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'mailOwner')
redis.call('HINCRBY', KEYS[1], 'mailAttempts', 1)
redis.call('ZADD', KEYS[3], now + tonumber(ARGV[3]), name)
if tonumber(ARGV[3]) <= 0 then redis.call('PUBLISH', ARGV[4], '') end
return 1
