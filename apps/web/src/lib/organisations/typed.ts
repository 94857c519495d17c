import type { OrganisationChoice } from '@stazhirovka/contract/sites';

/** What a chooser sent: the chosen organisation, or what was typed and what was found by it. */
export type TypedOrganisation = { id: string; title: string; found: OrganisationChoice[] };
