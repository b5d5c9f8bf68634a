// The name of the block in the tracking issue that holds the table of other repositories.

export const BLOCK = 'repositories';
