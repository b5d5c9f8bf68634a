// What all workers know of an account's budget, as scripts: whose turn to write it is, what was written, what GitHub said.

const TIME = `
local P = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** account, token, lease in ms. Answers 1 when the turn is the token's. */
const TURN = `
local name = P .. 'turn-of:' .. ARGV[1]
local holder = redis.call('GET', name)
if holder and holder ~= ARGV[2] then return 0 end
redis.call('SET', name, ARGV[2], 'PX', ARGV[3])
return 1
`;

/** account, window in ms. Answers now, until when GitHub wants quiet, then pairs of kind and time, oldest first. */
const READ = `
local name = P .. 'writes:' .. ARGV[1]
redis.call('ZREMRANGEBYSCORE', name, '-inf', now - ARGV[2])
local answer = { tostring(now), redis.call('GET', P .. 'quiet:' .. ARGV[1]) or '0' }
for _, one in ipairs(redis.call('ZRANGE', name, 0, -1, 'WITHSCORES')) do answer[#answer + 1] = one end
return answer
`;

/** account, kind or '', the rest of the entry, token, window in ms. Notes a write and ends the turn, if it is the token's. */
const NOTE = `
local name = P .. 'writes:' .. ARGV[1]
if ARGV[2] ~= '' then
  redis.call('ZADD', name, now, ARGV[2] .. ' ' .. ARGV[3])
  redis.call('PEXPIRE', name, ARGV[5])
end
if redis.call('GET', P .. 'turn-of:' .. ARGV[1]) == ARGV[4] then redis.call('DEL', P .. 'turn-of:' .. ARGV[1]) end
return 1
`;

/** account, milliseconds of quiet or '', the moment when it ends or '', window in ms; without both it grows with each refusal. */
const QUIET = `
local name = P .. 'quiet:' .. ARGV[1]
local until_
if ARGV[3] ~= '' then until_ = tonumber(ARGV[3])
elseif ARGV[2] ~= '' then until_ = now + ARGV[2]
else
  local refusals = P .. 'refused:' .. ARGV[1]
  redis.call('ZREMRANGEBYSCORE', refusals, '-inf', now - ARGV[4])
  redis.call('ZADD', refusals, now, now .. '-' .. redis.call('ZCARD', refusals))
  redis.call('PEXPIRE', refusals, ARGV[4])
  until_ = now + math.min(tonumber(ARGV[4]), 60000 * 5 ^ (redis.call('ZCARD', refusals) - 1))
end
local former = tonumber(redis.call('GET', name) or '0')
if until_ > former and until_ > now then redis.call('SET', name, until_, 'PX', math.ceil(until_ - now)) end
return 1
`;

/** account, then by threes: resource, remaining, reset in milliseconds. Of one hour the lowest counts. Answers all that is known, the same way. */
const BUDGET = `
local name = P .. 'budget:' .. ARGV[1]
for at = 2, #ARGV, 3 do
  local resource, remaining, reset = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  local former = redis.call('HGET', name, resource)
  local there, ends = string.match(former or '', '^(%d+) (%d+)$')
  if not there or tonumber(ends) < reset or (tonumber(ends) == reset and tonumber(there) > remaining) then
    redis.call('HSET', name, resource, remaining .. ' ' .. reset)
  end
end
redis.call('EXPIRE', name, 7200)
return redis.call('HGETALL', name)
`;

export const ACCOUNT_SCRIPTS = {
  accountTurn: TIME + TURN,
  accountRead: TIME + READ,
  accountNote: TIME + NOTE,
  accountQuiet: TIME + QUIET,
  accountBudget: TIME + BUDGET,
} as const;
