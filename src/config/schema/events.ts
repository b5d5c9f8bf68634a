// Events outside of the releases, such as conferences.
import type * as z from 'zod';
import { day, id, keys, list, text, url } from '../fields.ts';

const MOST = 100;

const event = keys({
  id: id().optional().meta({
    description:
      'Its permanent name: the tasks of the event depend on it. Write one before you change the title.',
    example: 'kubecon-eu-2027',
    defaultText: 'the title in lower-case words',
  }),
  title: text({ max: 100 }).meta({ description: 'What people read.', example: 'KubeCon EU 2027' }),
  from: day().optional().meta({
    description: 'Its first day, where it takes several.',
    example: '2027-03-15',
    defaultText: 'it takes one day',
  }),
  on: day().meta({ description: 'Its day, or the last of several.', example: '2027-03-18' }),
  cfp: day().optional().meta({
    description: 'The last day to submit a talk, anywhere on earth.',
    example: '2026-11-30',
    defaultText: 'it has no call for papers',
  }),
  link: url().optional().meta({
    description: 'Its page; a task of the event that has no link gets this one.',
    example: 'https://example.com/kubecon',
    defaultText: 'none',
  }),
});

export const events = list(event, MOST).default([]);

export type WrittenEvent = z.infer<typeof event>;
