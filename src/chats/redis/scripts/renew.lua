-- ARGV  2 fence  3 lease
-- Answers 1, or 0 when the lease was lost.

if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[2] then return 0 end
redis.call('ZADD', KEYS[5], now + tonumber(ARGV[3]), name)
return 1
