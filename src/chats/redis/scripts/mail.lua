-- What the scripts about mail share; put before each of them.
-- KEYS  1 chat (hash)  2 mail (list)  3 post (sorted set of the channel)  4 shard (hash)
-- ARGV  1 name of the chat
--
-- Every chat with letters is in `post`, scored by the time from which they may be claimed; while a sender has them, that
-- is the end of its lease.

local name = ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function numberOf(letter) return tonumber(string.match(letter, '^%[(%d+),')) end
