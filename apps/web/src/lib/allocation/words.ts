import type { Proposal, Why } from '@stazhirovka/contract/final-works';
import { m } from '#lib/paraglide/messages.js';

/** What a person should look at before the release. */
export function warningsOf({ warnings, loads }: Pick<Proposal, 'warnings' | 'loads'>): string[] {
	const { colleagues, couples, islands, uneven } = warnings;
	const idle = loads.filter(({ reserve, reviews }) => reserve === null && reviews === 0);
	const names = idle.map(({ person }) => person.shortName).join(', ');
	return [
		colleagues ? m.allocation_warning_colleagues({ count: colleagues }) : '',
		couples ? m.allocation_warning_couples({ count: couples }) : '',
		islands > 1 ? m.allocation_warning_islands({ count: islands }) : '',
		uneven ? m.allocation_warning_uneven() : '',
		names ? m.allocation_warning_without({ names }) : ''
	].filter(Boolean);
}

/** Why it is impossible: the works that need more than all who may read them can give. */
export function deficitWords(deficit: NonNullable<Proposal['deficit']>): string[] {
	const { organisations, works, worksInAll, reviewers, exist, needed, missing } = deficit;
	const parts = organisations.map(({ title, works: count, of }) =>
		m.allocation_deficit_part({ title: title ?? m.allocation_organisation_none(), works: count, of })
	);
	const readers =
		reviewers > 0 ? m.allocation_deficit_reviewers({ count: reviewers }) : m.allocation_deficit_nobody();
	return [
		`${m.allocation_deficit_works({ count: works, all: worksInAll })} ${parts.join(', ')}.`,
		`${readers} ${m.allocation_deficit_numbers({ exist, needed, missing })}`
	];
}

/** «Why does this person review this work?» in sentences. */
export function whyWords({ how, couldReview, couldNot, load, loads, couple }: Why): string[] {
	const list = Object.entries(couldNot)
		.filter(([, count]) => count > 0)
		.map(([reason, count]) => m.allocation_why_reason({ reason, count }));
	return [
		m.allocation_why_how({ how }),
		m.allocation_why_could({ count: couldReview }),
		list.length ? m.allocation_why_not({ list: list.join(', ') }) : '',
		loads.least === loads.most
			? m.allocation_why_load_even({ load, each: loads.least })
			: m.allocation_why_load({ load, ...loads }),
		couple ? m.allocation_why_couple() : ''
	].filter(Boolean);
}
