-- KEYS  sorted sets of chats scored by the time from which they may be claimed
-- ARGV  1 how many to name of each
-- Answers {chats and scores that may be claimed, ms until the next one may, -1 when there is none}.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local found, soonest = {}, -1

for _, key in ipairs(KEYS) do
  local due = redis.call('ZRANGEBYSCORE', key, '-inf', now, 'WITHSCORES', 'LIMIT', 0, ARGV[1])
  for _, value in ipairs(due) do found[#found + 1] = value end
  local later = redis.call('ZRANGEBYSCORE', key, '(' .. now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if later[2] and (soonest < 0 or later[2] - now < soonest) then soonest = later[2] - now end
end
return { found, soonest }
