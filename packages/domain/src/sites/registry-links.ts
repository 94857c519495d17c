/** A row of a registry of addresses that somebody else keeps (R155, R156). */
export type RegistryRow = {
	/** 1: sites of the subjects; 2: formats of support; 3: methodical support. */
	table: number;
	n: number;
	subject: string;
	name: string;
	nameAsGiven: string;
	links: readonly string[];
};

export const DOUBTS = [
	'other_subject_in_name',
	'row_twice',
	'link_of_other_subject',
	'not_in_first_table',
	'no_link',
	'markup'
] as const;
export type Doubt = (typeof DOUBTS)[number];

/**
 * What should be checked by a person about each row (R157). The rules look only at the rows themselves: nothing is known
 * of the real world, and whether an address opens nobody asks.
 */
export function doubtsOf(rows: readonly RegistryRow[]): Doubt[][] {
	const roots = [...new Set(rows.map(({ subject }) => subject))].map(
		(subject) => [subject, rootsOf(subject)] as const
	);
	const owners = ownersOf(rows);
	const listed = new Set(rows.filter(({ table }) => table === 1).map(({ subject }) => folded(subject)));

	return rows.map((row) => {
		const found: Record<Doubt, boolean> = {
			other_subject_in_name: namesAnother(row, roots),
			row_twice: rows.some((other) => other !== row && isSame(other, row)),
			link_of_other_subject: row.links.some((link) => belongsElsewhere(link, row, owners)),
			not_in_first_table: listed.size > 0 && !listed.has(folded(row.subject)),
			no_link: row.links.length === 0,
			markup: /[<>]|\/p\b/u.test(row.nameAsGiven)
		};
		return DOUBTS.filter((doubt) => found[doubt]);
	});
}

type Roots = readonly (readonly [subject: string, roots: string[]])[];

/** «институт развития образования Ярославской области» in a row of the Vologda region. */
function namesAnother({ subject, name }: RegistryRow, roots: Roots): boolean {
	const words = folded(name).split(/[^\p{L}-]+/u);
	const mentions = (wanted: string[]) => words.some((word) => wanted.some((root) => word.startsWith(root)));
	const own = roots.find(([known]) => known === subject)?.[1] ?? [];
	return !mentions(own) && roots.some(([other, theirs]) => other !== subject && mentions(theirs));
}

/** Words that every subject may have; what is left of its name makes it known. */
const KINDS = /^(г|город|республика|область|край|автономный|округ|ао)$/u;

/** «Ярославская область» → «ярославск»; «ХМАО-Югра» → «хмао», «югр». */
function rootsOf(subject: string): string[] {
	const words = folded(subject).split(/[^\p{L}-]+/u);
	const own = words.filter((word) => word && !KINDS.test(word));
	return own.map((word) => word.replace(/(ая|ий|ый|ой|ия|а|я|ь)$/u, '')).filter((root) => root.length > 3);
}

function isSame(one: RegistryRow, other: RegistryRow): boolean {
	return (
		one.table === other.table &&
		folded(one.subject) === folded(other.subject) &&
		folded(one.name) === folded(other.name) &&
		one.links.toSorted().join('\n') === other.links.toSorted().join('\n')
	);
}

/** Whose a host is: the subject in most of whose rows it stands; nobody's when two have it equally often. */
function ownersOf(rows: readonly RegistryRow[]): ReadonlyMap<string, string> {
	const votes = new Map<string, Map<string, number>>();
	for (const { subject, links } of rows) {
		for (const host of new Set(links.map(hostOf))) {
			const counted = votes.get(host) ?? new Map<string, number>();
			votes.set(host, counted.set(subject, (counted.get(subject) ?? 0) + 1));
		}
	}
	return new Map(
		[...votes].flatMap(([host, counted]) => {
			const [first, second] = [...counted].toSorted(([, a], [, b]) => b - a);
			return first && first[1] > (second?.[1] ?? 0) ? [[host, first[0]] as const] : [];
		})
	);
}

function belongsElsewhere(
	link: string,
	{ subject }: RegistryRow,
	owners: ReadonlyMap<string, string>
): boolean {
	const owner = owners.get(hostOf(link));
	return owner !== undefined && owner !== subject;
}

/** `https://www.iro63.ru/projects/` → `iro63.ru`. */
function hostOf(link: string): string {
	return (/^[a-z]+:\/\/([^/?#]+)/iu.exec(link)?.[1] ?? link).toLowerCase().replace(/^www\./, '');
}

function folded(words: string): string {
	return words.toLowerCase().replaceAll('ё', 'е').trim();
}
