-- KEYS  7 seen (string)
-- ARGV  2 id as JSON  3 item as JSON  4 how long an id stays seen  5 this call  6 lease, 0 for no claim
--       7 flood limit, 0 for none  8 flood window  9 channel of the workers
-- Answers {'admitted', claim?}, {'duplicate'} or {'flooded', notice}.

local via, lease, limit = ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local fields = { 'owner', 'kind', 'via', 'version', 'written', 'left', 'gone', 'state' }
local isNew = redis.call('SET', KEYS[7], via, 'NX', 'PX', ARGV[4])
load(fields)

if not isNew then
  if redis.call('GET', KEYS[7]) ~= via then return { 'duplicate' } end
  if lease > 0 and owned() and chat.via == via then return { 'admitted', takenBefore(chat.state) } end
  return { 'admitted' }
end

if limit > 0 then
  local flood = redis.call('HMGET', KEYS[1], 'floodStart', 'floodCount', 'floodNotice')
  local start, count = tonumber(flood[1] or 0), tonumber(flood[2] or 0)
  if now >= start + tonumber(ARGV[8]) then start, count = now, 0 end
  if count >= limit then
    redis.call('DEL', KEYS[7])
    local notice = now >= tonumber(flood[3] or 0) + 60000
    if notice then redis.call('HSET', KEYS[1], 'floodNotice', now) end
    return { 'flooded', notice and 1 or 0 }
  end
  redis.call('HSET', KEYS[1], 'floodStart', start, 'floodCount', count + 1)
end

if chat.gone then
  redis.call('PERSIST', KEYS[1])
  redis.call('HDEL', KEYS[1], 'gone')
end

local element = '[' .. (chat.left or 0) .. ',' .. ARGV[2] .. ',' .. ARGV[3] .. ']'
local waiting = redis.call('RPUSH', KEYS[2], element)
if owned() or waiting > 1 then return { 'admitted' } end

if redis.call('EXISTS', KEYS[3]) == 0 and lease > 0 then return { 'admitted', take(via, lease, chat.state) } end

-- The chat may be waiting for a command that was put off; the item need not wait for that.
redis.call('ZADD', KEYS[4], 'LT', now, name)
redis.call('PUBLISH', ARGV[9], '')
return { 'admitted' }
