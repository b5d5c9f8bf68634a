// Which addresses no page for everybody lives at.
import { isInnerAddress, isInnerHost } from '../../src/domain/inner-address.ts';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
])('%s is inner', (address) => {
  expect(isInnerAddress(address)).toBe(true);
});

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '100.63.255.255',
  '100.128.0.1',
  '128.0.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '198.17.255.255',
  '198.20.0.1',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '64:ff9b:2::1',
  '2001:200::1',
  '2003::1',
  '2606:4700::1111',
])('%s is not', (address) => {
  expect(isInnerAddress(address)).toBe(false);
});

test.each([
  'localhost',
  'metadata.google.internal',
  'printer.local',
  'router',
  '[::1]',
  '127.0.0.1',
  'a.localhost.',
])('the host %s is inner', (host) => {
  expect(isInnerHost(host)).toBe(true);
});

test.each(['example.org', 'status.example.com', '[2606:4700::1111]', '1.1.1.1'])(
  'the host %s is not',
  (host) => {
    expect(isInnerHost(host)).toBe(false);
  },
);
