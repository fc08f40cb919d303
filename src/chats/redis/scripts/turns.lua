-- What the scripts about turns share; put before each of them.
-- KEYS  1 chat (hash)  2 inbox (list)  3 commands (list)  4 ready (sorted set)  5 leases (sorted set)  6 shard (hash)
-- ARGV  1 name of the chat
--
-- A chat that nobody works on and that has work is in `ready`, scored by the time from which it may be claimed; a chat
-- that somebody works on is in `leases`, scored by the time at which the lease ends, and has an owner.

local name = ARGV[1]
local time = redis.call('TIME')
-- The time of Redis decides about leases; the clocks of the workers may differ.
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local chat = {}

local function load(fields)
  local values = redis.call('HMGET', KEYS[1], unpack(fields))
  for i, field in ipairs(fields) do chat[field] = values[i] end
end

local leaseFields = {
  'owner', 'kind', 'via', 'version', 'written', 'left', 'commandAt', 'commandThrows', 'commandLosses', 'itemAt',
  'itemThrows', 'itemLosses',
}

local function at(kind) return tonumber(chat[kind .. 'At'] or 0) end

-- The head of the chat and its kind; nil when nothing may be claimed now.
local function head()
  local command = redis.call('LINDEX', KEYS[3], 0)
  if command and at('command') <= now then return command, 'command', false end
  local item = redis.call('LINDEX', KEYS[2], 0)
  if item and at('item') <= now then return item, 'item', command and true end
  return nil
end

local function described(fence, element, kind, pending, state)
  return {
    fence, kind, element, pending and 1 or 0, chat.version or false, state or false, tonumber(chat.written or 0),
    tonumber(chat[kind .. 'Throws'] or 0), tonumber(chat[kind .. 'Losses'] or 0),
  }
end

-- Leases the chat to the caller known as `via`; answers the claim, or nil when there is nothing to claim.
local function take(via, lease, state)
  local element, kind, pending = head()
  if not element then return nil end
  local fence = redis.call('HINCRBY', KEYS[6], 'fence', 1)
  redis.call('HSET', KEYS[1], 'owner', fence, 'kind', kind, 'via', via)
  redis.call('ZADD', KEYS[5], now + lease, name)
  return described(fence, element, kind, pending, state)
end

-- The claim that an earlier run of the same call was given: a client sends again what was in flight when its connection
-- broke, and the chat must not wait for the end of a lease that nobody knows of.
local function takenBefore(state)
  local element = redis.call('LINDEX', chat.kind == 'command' and KEYS[3] or KEYS[2], 0)
  if not element then return nil end
  local pending = chat.kind == 'item' and redis.call('EXISTS', KEYS[3]) == 1
  return described(tonumber(chat.owner), element, chat.kind, pending, state)
end

local function owned() return chat.owner and chat.owner ~= '' end

-- Puts a chat that nobody holds where it belongs; tells the workers when it may be claimed now.
local function release(channel)
  redis.call('ZREM', KEYS[5], name)
  local due = nil
  if redis.call('EXISTS', KEYS[3]) == 1 then due = math.max(at('command'), now) end
  if redis.call('EXISTS', KEYS[2]) == 1 then due = math.min(due or math.huge, math.max(at('item'), now)) end
  if not due then
    redis.call('ZREM', KEYS[4], name)
    return
  end
  redis.call('ZADD', KEYS[4], due, name)
  if due <= now then redis.call('PUBLISH', channel, '') end
end
