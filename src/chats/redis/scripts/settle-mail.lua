-- ARGV  2 fence  3 number of the letter that has left  4 number of the claim's last letter  5 lease
--       6 channel of the senders
-- Answers 1, or 0 when the claim was lost.

local chat = redis.call('HMGET', KEYS[1], 'mailOwner', 'left', 'mailDone')
local number = tonumber(ARGV[3])
local this = ARGV[2] .. ':' .. ARGV[3]
-- Sent again by a client whose connection broke.
if chat[3] == this then return 1 end
if chat[1] ~= ARGV[2] then return 0 end

local removed = 0
local first = redis.call('LINDEX', KEYS[2], 0)
while first and numberOf(first) <= number do
  redis.call('LPOP', KEYS[2])
  removed = removed + 1
  first = redis.call('LINDEX', KEYS[2], 0)
end
redis.call('HINCRBY', KEYS[4], 'letters', 0 - removed)
redis.call('HSET', KEYS[1], 'left', math.max(number, tonumber(chat[2] or 0)), 'mailDone', this)
redis.call('HDEL', KEYS[1], 'mailAttempts')

if first and number < tonumber(ARGV[4]) then
  redis.call('ZADD', KEYS[3], now + tonumber(ARGV[5]), name)
  return 1
end
redis.call('HDEL', KEYS[1], 'mailOwner')
if first then
  redis.call('ZADD', KEYS[3], now, name)
  redis.call('PUBLISH', ARGV[6], '')
else
  redis.call('ZREM', KEYS[3], name)
end
return 1
