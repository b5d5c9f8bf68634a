// The line of repositories in Redis, as scripts: each step happens whole or not at all.
import { LIBRARY } from './line-library.ts';

/** key, group, hint, '1' for one that comes before others. Answers how many hints wait for the key. */
const ADD = `
local key, group, hint, first = ARGV[1], ARGV[2], ARGV[3], ARGV[4] == '1'
redis.call('SADD', k('hints:' .. key), hint)
local count = redis.call('SCARD', k('hints:' .. key))
local former = redis.call('HGET', k('group'), key)
if former and former ~= group and redis.call('LREM', k('wait:' .. former), 0, key) > 0 then
  redis.call('ZREM', k('waiting'), key)
end
redis.call('HSET', k('group'), key, group)
if redis.call('HEXISTS', k('held'), key) == 1 then
  if first then redis.call('SADD', k('asked'), key) end
  return count
end
if redis.call('ZSCORE', k('waiting'), key) then
  if first and redis.call('LREM', k('wait:' .. group), 1, key) > 0 then
    redis.call('LPUSH', k('wait:' .. group), key)
  end
  return count
end
if redis.call('ZSCORE', k('later'), key) then
  if not first then return count end
  redis.call('ZREM', k('later'), key)
end
local from = not first and redis.call('ZSCORE', k('rested'), key)
if from and tonumber(from) > now then
  redis.call('ZADD', k('later'), from, key)
else
  put(key, first)
  wake()
end
return count
`;

/** key, the joined hint, then those that it stands for. */
const JOIN = `
local name = k('hints:' .. ARGV[1])
local found = 0
for at = 3, #ARGV do found = found + redis.call('SREM', name, ARGV[at]) end
if found > 0 then redis.call('SADD', name, ARGV[2]) end
return found
`;

/** token, lease in ms, most at once of a group, gap from one begin to the next in ms. Answers key, group, how long it waited in ms, how often it failed, hints; or nothing. */
const CLAIM = `
local token, lease, each, gap = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
redis.call('ZREMRANGEBYSCORE', k('rested'), '-inf', now)
for _, group in ipairs(redis.call('ZRANGEBYSCORE', k('resting'), '-inf', now, 'LIMIT', 0, 100)) do
  redis.call('ZREM', k('resting'), group)
  if redis.call('LLEN', k('wait:' .. group)) > 0 then
    redis.call('ZADD', k('turns'), redis.call('INCR', k('turn')), group)
  end
end
for _, key in ipairs(redis.call('ZRANGEBYSCORE', k('later'), '-inf', now, 'LIMIT', 0, 100)) do
  redis.call('ZREM', k('later'), key)
  put(key, false)
end
for _, key in ipairs(redis.call('ZRANGEBYSCORE', k('leases'), '-inf', now, 'LIMIT', 0, 100)) do
  free(key)
  giveBack(key)
  put(key, true)
  redis.call('INCR', k('stalled'))
end
local from = 0
while true do
  local groups = redis.call('ZRANGE', k('turns'), from, from + 99)
  if #groups == 0 then return {} end
  for _, group in ipairs(groups) do
    if tonumber(redis.call('HGET', k('busy'), group) or '0') < each then
      local key = redis.call('LPOP', k('wait:' .. group))
      if redis.call('LLEN', k('wait:' .. group)) == 0 then redis.call('ZREM', k('turns'), group)
      else redis.call('ZADD', k('turns'), redis.call('INCR', k('turn')), group) end
      if key then
        local since = redis.call('ZSCORE', k('waiting'), key)
        redis.call('ZREM', k('waiting'), key)
        if redis.call('EXISTS', k('hints:' .. key)) == 1 then
          redis.call('RENAME', k('hints:' .. key), k('taken:' .. key))
          redis.call('HSET', k('held'), key, token)
          redis.call('HSET', k('ran'), key, group)
          redis.call('HINCRBY', k('busy'), group, 1)
          redis.call('ZADD', k('leases'), now + lease, key)
          if gap > 0 then redis.call('ZADD', k('rested'), now + gap, key) end
          local answer = { key, group, tostring(now - (since or now)), redis.call('HGET', k('tries'), key) or '0' }
          for _, hint in ipairs(redis.call('SMEMBERS', k('taken:' .. key))) do answer[#answer + 1] = hint end
          return answer
        end
        return { '' }
      end
    end
  end
  from = from + #groups
end
`;

/** key, token, lease in ms (0 only looks). Answers whether the claim still counts. */
const HOLD = `
local until_ = redis.call('ZSCORE', k('leases'), ARGV[1])
if redis.call('HGET', k('held'), ARGV[1]) ~= ARGV[2] or not until_ or tonumber(until_) <= now then return 0 end
if tonumber(ARGV[3]) > 0 then redis.call('ZADD', k('leases'), now + ARGV[3], ARGV[1]) end
return 1
`;

/** key, token, end (done, back, again, rest), cause, until in ms since 1970 or 0, first pause, longest pause, all in ms; refusals after which a group is given up: it is gone. */
const FINISH = `
local key, token, ending, cause = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local due, pause, longest, patience = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
if redis.call('HGET', k('held'), key) ~= token then return 0 end
local group = redis.call('HGET', k('ran'), key)
local asked = redis.call('SREM', k('asked'), key) == 1
free(key)
local function after(name, of)
  local times = redis.call('HINCRBY', k(name), of, 1)
  if due > 0 then return due end
  return now + math.min(longest, pause * 2 ^ math.min(times - 1, 30))
end
if ending == 'done' then
  redis.call('DEL', k('taken:' .. key))
  redis.call('HDEL', k('tries'), key)
  redis.call('HDEL', k('causes'), key)
  redis.call('HDEL', k('refusals'), group)
  local from = tonumber(redis.call('ZSCORE', k('rested'), key) or '0')
  if settle(key) then
    if asked then put(key, true)
    elseif from > now then redis.call('ZADD', k('later'), from, key)
    else put(key, false) end
  end
elseif ending == 'back' then
  giveBack(key)
  put(key, true)
elseif ending == 'again' then
  giveBack(key)
  redis.call('HSET', k('causes'), key, cause)
  local until_ = after('tries', key)
  if asked then put(key, true) else redis.call('ZADD', k('later'), until_, key) end
else
  giveBack(key)
  local until_ = after('refusals', group)
  if tonumber(redis.call('HGET', k('refusals'), group)) >= patience then
    drop(key)
    for _, other in ipairs(redis.call('LRANGE', k('wait:' .. group), 0, -1)) do drop(other) end
    for _, name in ipairs({ 'resting', 'turns' }) do redis.call('ZREM', k(name), group) end
    for _, name in ipairs({ 'refusals', 'why' }) do redis.call('HDEL', k(name), group) end
    redis.call('DEL', k('wait:' .. group))
    return 1
  end
  redis.call('ZADD', k('resting'), until_, group)
  redis.call('ZREM', k('turns'), group)
  redis.call('HSET', k('why'), group, cause)
  put(key, true)
end
wake()
return 1
`;

/** group, until in ms since 1970 (0: it may go on at once), cause. */
const REST = `
local group, until_ = ARGV[1], tonumber(ARGV[2])
if until_ > now then
  redis.call('ZADD', k('resting'), 'GT', until_, group)
  redis.call('ZREM', k('turns'), group)
  redis.call('HSET', k('why'), group, ARGV[3])
  return 1
end
redis.call('HDEL', k('refusals'), group)
if redis.call('ZREM', k('resting'), group) == 1 and redis.call('LLEN', k('wait:' .. group)) > 0 then
  redis.call('ZADD', k('turns'), redis.call('INCR', k('turn')), group)
  wake()
end
return 1
`;

/** Answers waiting, running, later, stalled, the age of the oldest in ms, then pairs of cause and count. */
const LOOK = `
local oldest = redis.call('ZRANGE', k('waiting'), 0, 0, 'WITHSCORES')
local counts, order = {}, {}
local function count(cause, n)
  if not counts[cause] then order[#order + 1] = cause; counts[cause] = 0 end
  counts[cause] = counts[cause] + n
end
for _, cause in ipairs(redis.call('HVALS', k('causes'))) do count(cause, 1) end
local answer = { redis.call('ZCARD', k('waiting')), redis.call('HLEN', k('held')), redis.call('ZCARD', k('later')),
  tonumber(redis.call('GET', k('stalled')) or '0'), oldest[2] and (now - oldest[2]) or 0, redis.call('ZCARD', k('resting')) }
for _, cause in ipairs(order) do
  answer[#answer + 1] = cause
  answer[#answer + 1] = counts[cause]
end
return answer
`;

/** Each as the client defines it: with one key, which is the prefix. */
export const LINE_SCRIPTS = {
  lineAdd: LIBRARY + ADD,
  lineJoin: LIBRARY + JOIN,
  lineClaim: LIBRARY + CLAIM,
  lineHold: LIBRARY + HOLD,
  lineFinish: LIBRARY + FINISH,
  lineRest: LIBRARY + REST,
  lineLook: LIBRARY + LOOK,
} as const;
