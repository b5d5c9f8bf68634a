// What is remembered of repositories, in Redis: whoever leads a round knows what others found.
import type { Redis } from 'ioredis';
import type { Instant } from '../../domain/day.ts';
import type { Look, LookStore } from '../looks.ts';
import { PREFIX } from './connect.ts';

/** Of a repository: when it was asked for and whether it has a config, in one text; empty until it was asked for. */
export function redisLooks(redis: Redis): LookStore {
  const lists = `${PREFIX}lists`;
  return {
    lists: async () => {
      const found = await redis.hgetall(lists);
      return new Map(Object.entries(found).map(([id, at]) => [Number(id), Number(at) as Instant]));
    },
    list: async (installation, names, at) => {
      const gone = new Set(await redis.hkeys(looks(installation)));
      for (const name of names) gone.delete(name);
      const together = redis.multi().hset(lists, String(installation), at);
      for (const name of names) together.hsetnx(looks(installation), name, '');
      if (gone.size > 0) together.hdel(looks(installation), ...gone);
      await together.exec();
    },
    forget: async (installation) => {
      await redis.multi().hdel(lists, String(installation)).del(looks(installation)).exec();
    },
    of: async (installation) => {
      const found = await redis.hgetall(looks(installation));
      return new Map(Object.entries(found).map(([name, text]) => [name, readLook(text)]));
    },
    asked: async (installation, names, at) => {
      if (names.length === 0) return;
      const former = await redis.hmget(looks(installation), ...names);
      const texts = names.map((name, index) => [
        name,
        writeLook({ asked: at, hasConfig: readLook(former[index] ?? '')?.hasConfig ?? true }),
      ]);
      await redis.hset(looks(installation), Object.fromEntries(texts) as Record<string, string>);
    },
    seen: async (installation, name, hasConfig, at) => {
      const former = readLook((await redis.hget(looks(installation), name)) ?? '');
      await redis.hset(looks(installation), name, writeLook({ asked: former?.asked ?? at, hasConfig }));
    },
  };
}

function looks(installation: number): string {
  return `${PREFIX}looks:${installation}`;
}

function writeLook({ asked, hasConfig }: Look): string {
  return `${asked} ${hasConfig ? 1 : 0}`;
}

function readLook(text: string): Look | undefined {
  const [asked = '', hasConfig] = text.split(' ');
  return asked === '' ? undefined : { asked: Number(asked) as Instant, hasConfig: hasConfig === '1' };
}
