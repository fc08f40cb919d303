-- ARGV  2 this call  3 lease  4 channel of the workers
-- Answers the claim or nil.

load(leaseFields)
local state = redis.call('HGET', KEYS[1], 'state')

if owned() then
  if chat.via == ARGV[2] then return takenBefore(state) end
  local ends = redis.call('ZSCORE', KEYS[5], name)
  if ends and tonumber(ends) > now then return nil end
  -- Whoever held it died or froze.
  local losses = chat.kind .. 'Losses'
  chat[losses] = redis.call('HINCRBY', KEYS[1], losses, 1)
end

local claim = take(ARGV[2], tonumber(ARGV[3]), state)
if claim then
  redis.call('ZREM', KEYS[4], name)
  return claim
end
if owned() then redis.call('HSET', KEYS[1], 'owner', '') end
release(ARGV[4])
return nil
