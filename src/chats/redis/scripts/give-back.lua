-- ARGV  2 fence  3 delay  4 1 when the turn threw  5 channel of the workers

load(leaseFields)
if chat.owner ~= ARGV[2] then return 0 end

local field = chat.kind .. 'At'
chat[field] = now + tonumber(ARGV[3])
redis.call('HSET', KEYS[1], 'owner', '', field, chat[field])
if ARGV[4] == '1' then redis.call('HINCRBY', KEYS[1], chat.kind .. 'Throws', 1) end
release(ARGV[5])
return 1
