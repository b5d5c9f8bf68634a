// What keeps the App from starting is one sentence with its fix; only a fault of ours shows a stack trace.
import { startTrouble } from '../../src/server/start-trouble.ts';

const failed = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);

test.each([
  [
    failed({ code: 'EADDRINUSE', port: 3000, address: '127.0.0.1' }),
    'Another program already uses port 3000 of 127.0.0.1.',
  ],
  [failed({ code: 'EACCES', port: 80 }), 'This account may not open port 80. Set PORT'],
  [
    failed({ code: 'EADDRNOTAVAIL', address: '192.0.2.1' }),
    'This machine has no address 192.0.2.1. Set HOST',
  ],
  [
    failed({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'nowhere.invalid' }),
    'HOST is "nowhere.invalid"',
  ],
  [
    failed(
      { status: 401 },
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    ),
    'the clock of this machine is wrong',
  ],
  [
    failed({ status: 401 }, 'A JSON web token could not be decoded'),
    'GitHub does not accept PRIVATE_KEY for the App 12345.',
  ],
  [failed({ status: 404 }, 'Integration not found'), 'GitHub has no App with the id 12345.'],
])('%s', (error, words) => {
  expect(startTrouble(error, '12345')).toContain(words);
});

test('what nobody who starts it can cause is left as it is', () => {
  for (const error of [
    new TypeError('x is not a function'),
    failed({ status: 500 }),
    failed({ code: 'ENOENT' }),
  ])
    expect(startTrouble(error, '12345')).toBeUndefined();
});
