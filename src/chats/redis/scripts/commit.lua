-- KEYS  7 mail (list)  8 post (sorted set)  9 dead (list)
-- ARGV  2 fence  3 version expected  4 kind of the head  5 how the head's element begins  6 state, or ''
--       7 lease of the next claim, 0 for none  8 reason of a burial as JSON, or ''  9 1 when letters are handed over
--       10 channel of the workers  11 channel of the senders  12 number of letters, then the letters, then the commands
-- Answers 0 when the claim was not ours any more, else {claim?}.

local fence, kind, beginning = ARGV[2], ARGV[4], ARGV[5]
local lease, letters = tonumber(ARGV[7]), tonumber(ARGV[12])
load(leaseFields)
chat.done = redis.call('HGET', KEYS[1], 'done')
-- What the next claim is known by when this commit is sent again.
local via = 'after ' .. fence

if chat.done == fence then
  if lease > 0 and owned() and chat.via == via then return { takenBefore(nil) } end
  return {}
end
if chat.owner ~= fence or (chat.version or '0') ~= ARGV[3] then return 0 end

local list = kind == 'command' and KEYS[3] or KEYS[2]
local element = redis.call('LINDEX', list, 0)
if not element or string.sub(element, 1, #beginning) ~= beginning then return 0 end

redis.call('LPOP', list)
if ARGV[8] ~= '' then
  redis.call('RPUSH', KEYS[9], '[' .. now .. ',' .. ARGV[8] .. ',' .. element .. ']')
  redis.call('HINCRBY', KEYS[6], 'buried', 1)
end
if chat[kind .. 'At'] or chat[kind .. 'Throws'] or chat[kind .. 'Losses'] then
  redis.call('HDEL', KEYS[1], kind .. 'At', kind .. 'Throws', kind .. 'Losses')
  chat[kind .. 'At'], chat[kind .. 'Throws'], chat[kind .. 'Losses'] = nil, nil, nil
end

local change = { 'done', fence, 'owner', '' }
local function set(field, value)
  change[#change + 1] = field
  change[#change + 1] = value
  chat[field] = value
end

if ARGV[6] ~= '' or chat.version then set('version', string.format('%d', (chat.version or 0) + 1)) end
if ARGV[6] ~= '' then set('state', ARGV[6]) end

if letters > 0 then
  local written = tonumber(chat.written or 0)
  if ARGV[9] == '1' then
    set('left', written + letters)
  else
    for i = 1, letters do
      local waiting = redis.call('RPUSH', KEYS[7], '[' .. (written + i) .. ',' .. ARGV[12 + i] .. ']')
      if waiting == 1 then redis.call('ZADD', KEYS[8], now, name) end
    end
    redis.call('HINCRBY', KEYS[6], 'letters', letters)
    redis.call('PUBLISH', ARGV[11], '')
  end
  set('written', written + letters)
end
for i = 13 + letters, #ARGV do redis.call('RPUSH', KEYS[3], ARGV[i]) end

redis.call('HSET', KEYS[1], unpack(change))
local nextClaim = lease > 0 and take(via, lease, nil)
if nextClaim then return { nextClaim } end
release(ARGV[10])
return {}
