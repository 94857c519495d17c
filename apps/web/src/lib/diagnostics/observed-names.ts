/** «Not seen» among the levels. */
export const UNSEEN = 'unseen';

/** The names of the controls of one deficit. */
export const choiceOf = (deficit: string) => `level.${deficit}`;
export const exampleOf = (deficit: string) => `example.${deficit}`;
