/** The names of the controls with which a sheet of paper is keyed in and settled. */
export const digitsName = (key: string) => `digits.${key}`;
export const choiceName = (key: string) => `choice.${key}`;
