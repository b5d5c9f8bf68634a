// What the scripts of the line have in common: the names of their keys, and the small steps.

/**
 * What is kept, all below one prefix. Of a repository: `hints` (what came since its last run began) and `taken` (what the
 * run that is going answers). `waiting` has all that wait, with the time since when; `wait:GROUP` their order in a
 * group. `turns` has the groups in which somebody waits, by their last turn; `resting` those that are left alone until
 * a time, `later` repositories that are. `held` has the claim of each repository that is run, `leases` until when it
 * counts, `busy` how many are run of a group.
 */
export const LIBRARY = `
local P = KEYS[1]
local function k(name) return P .. name end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function put(key, front)
  local group = redis.call('HGET', k('group'), key)
  if not group then return end
  redis.call('ZADD', k('waiting'), 'NX', now, key)
  redis.call(front and 'LPUSH' or 'RPUSH', k('wait:' .. group), key)
  if not redis.call('ZSCORE', k('resting'), group) and not redis.call('ZSCORE', k('turns'), group) then
    redis.call('ZADD', k('turns'), redis.call('INCR', k('turn')), group)
  end
end

local function free(key)
  local group = redis.call('HGET', k('ran'), key)
  redis.call('HDEL', k('held'), key)
  redis.call('HDEL', k('ran'), key)
  redis.call('ZREM', k('leases'), key)
  if group and redis.call('HINCRBY', k('busy'), group, -1) <= 0 then redis.call('HDEL', k('busy'), group) end
end

local function giveBack(key)
  redis.call('SUNIONSTORE', k('hints:' .. key), k('hints:' .. key), k('taken:' .. key))
  redis.call('DEL', k('taken:' .. key))
end

local function drop(key)
  redis.call('DEL', k('hints:' .. key))
  redis.call('ZREM', k('waiting'), key)
  for _, name in ipairs({ 'group', 'tries', 'causes' }) do redis.call('HDEL', k(name), key) end
end

local function settle(key)
  if redis.call('EXISTS', k('hints:' .. key)) == 1 then return true end
  redis.call('HDEL', k('group'), key)
  return false
end

local function wake() redis.call('PUBLISH', k('wake'), '1') end
`;
