-- ARGV  2 this call  3 lease  4 how many letters at most
-- Answers {fence, failed attempts, letters} or nil.

local chat = redis.call('HMGET', KEYS[1], 'mailOwner', 'mailVia', 'mailAttempts')
local fence = chat[1]
if not (fence and chat[2] == ARGV[2]) then
  local from = redis.call('ZSCORE', KEYS[3], name)
  if not from or tonumber(from) > now then return nil end
  fence = redis.call('HINCRBY', KEYS[4], 'fence', 1)
  redis.call('HSET', KEYS[1], 'mailOwner', fence, 'mailVia', ARGV[2])
end

local letters = redis.call('LRANGE', KEYS[2], 0, ARGV[4] - 1)
if #letters == 0 then
  redis.call('ZREM', KEYS[3], name)
  return nil
end
redis.call('ZADD', KEYS[3], now + tonumber(ARGV[3]), name)
return { tonumber(fence), tonumber(chat[3] or 0), letters }
