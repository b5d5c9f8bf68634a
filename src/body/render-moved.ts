// The line above words of people that stood inside a block of ours.
export const render = {
  movedOut: () => '_Written inside the block above, which relcomms keeps up to date:_',
};
