import { readFileSync } from 'node:fs';
import applications from './applications.json' with { type: 'json' };
import cohorts from './cohorts.json' with { type: 'json' };
import councils from './councils.json' with { type: 'json' };
import templates from './document-templates.json' with { type: 'json' };
import expertise from './expertise.json' with { type: 'json' };
import organisations from './organisations.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import plan from './plan.json' with { type: 'json' };
import portal from './portal.json' with { type: 'json' };
import practice from './practice.json' with { type: 'json' };
import programmeApprovals from './programme-approvals.json' with { type: 'json' };
import regulations from './regulations.json' with { type: 'json' };
import sites from './sites.json' with { type: 'json' };
import spaces from './spaces.json' with { type: 'json' };

/** The demonstration region: invented organisations and people under the reserved domain `.example`. */
export {
	applications,
	cohorts,
	councils,
	expertise,
	organisations,
	people,
	plan,
	portal,
	practice,
	regulations,
	sites,
	spaces
};

/** What documents a site issues, as a demonstration file describes them. */
export const documentTemplates = templates.templates;

export const PROGRAMME_KEYS = ['adhd-lesson-12h', 'formative-16h'] as const;
export type ProgrammeKey = (typeof PROGRAMME_KEYS)[number];

/** Papers by which programmes of the demonstration were approved and agreed, in their order. */
export { programmeApprovals };

/** A programme file as its author would import it: nothing has been checked yet. */
export function programmeFile(key: ProgrammeKey): unknown {
	return JSON.parse(readFileSync(new URL(`./programmes/${key}.json`, import.meta.url), 'utf8'));
}

/** The same of a regulation. The five come from real documents; the days in force are the demonstration's own. */
export function regulationFile(key: string): unknown {
	return JSON.parse(readFileSync(new URL(`./regulations/${key}.json`, import.meta.url), 'utf8'));
}

type RegistryFile = { defects?: string[]; rows: RegistryFileRow[] };
type RegistryFileRow = {
	n: number;
	subject: string;
	name: string;
	name_as_given?: string;
	/** Only in the first table. */
	site?: string;
	pages?: string[];
	links?: string[];
	note?: string;
};

/** Registries of addresses outside, as a published article gave them in three tables. */
export function registryFile(table: 1 | 2 | 3): RegistryFile {
	const file = new URL(`./registries/table-${table}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8')) as RegistryFile;
}

/** All rows of the three tables as they are stored. */
export function registryRows() {
	return ([1, 2, 3] as const).flatMap((table) =>
		registryFile(table).rows.map(({ n, subject, name, name_as_given, site, pages, links, note }) => ({
			...{ table, n, subject, name },
			nameAsGiven: name_as_given ?? name,
			links: links ?? [...(site ? [site] : []), ...(pages ?? [])],
			note: note ?? null
		}))
	);
}
