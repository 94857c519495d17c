/** Whose an organisation is; additional education of teachers is for state and municipal ones (X1). */
export const OWNERSHIPS = ['state', 'municipal', 'private'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];
