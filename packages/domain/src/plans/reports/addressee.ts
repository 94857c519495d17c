import type { RegulationProfile } from '../../regulations/index.ts';

type Addressed = Pick<RegulationProfile, 'report' | 'roles'>;

/** Role of the profile that its words for the addressee name (R126); undefined where it names none. */
export function addressedRole({ report, roles }: Addressed): string | undefined {
	const { to } = report;
	return to ? roles.find(({ title }) => sameWords(title, to))?.key : undefined;
}

/** Whether somebody's position is the one that the report goes to, however it is written. */
export function isAddressed({ report }: Pick<Addressed, 'report'>, position: string | null): boolean {
	return Boolean(report.to && position && sameWords(report.to, position));
}

function sameWords(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

function plain(words: string): string {
	return words.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
}
