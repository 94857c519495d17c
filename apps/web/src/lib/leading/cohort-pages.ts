import { m } from '#lib/paraglide/messages.js';

type Page = { title: string; href: string };
type Group = { title: string; count?: number; pages: Page[] };

/** The pages of a cohort as its leader looks for them, in the order in which a cohort lives. */
export function cohortPages(base: string, applied: number): Group[] {
	const page = (title: string, path = '') => ({ title, href: `${base}${path}` });
	return [
		{
			title: m.leader_progress(),
			pages: [
				page(m.leader_steps()),
				page(m.progress_pace(), '/pace'),
				page(m.answering_tab(), '/answers'),
				page(m.leader_survey(), '/survey')
			]
		},
		{
			title: m.leader_enrolments(),
			...(applied ? { count: applied } : {}),
			pages: [page(m.leader_enrolments(), '/enrolments')]
		},
		{
			title: m.leader_calendar(),
			pages: [page(m.deadlines_title(), '/deadlines'), page(m.consultations_title(), '/consultations')]
		},
		{
			title: m.diagnosis_tab(),
			pages: [
				page(m.diagnosis_rules_short(), '/diagnosis'),
				page(m.diagnosis_compare_short(), '/diagnosis/comparison'),
				page(m.tracing_short(), '/diagnosis/trace')
			]
		},
		{ title: m.final_works_board_title(), pages: [page(m.final_works_board_title(), '/board')] },
		{
			title: m.leader_papers(),
			pages: [
				page(m.orders_short(), '/documents'),
				page(m.consents_link(), '/documents/consents'),
				page(m.leader_certificates(), '/certificates'),
				page(m.register_title(), '/register')
			]
		}
	];
}

/** The same with the page of this path marked: the one whose address reaches furthest into it. */
export function markedPages(groups: Group[], base: string, pathname: string) {
	const path = pathname.replace(`${base}/allocation`, `${base}/board`);
	const leads = ({ href }: Page) => path === href || (href !== base && path.startsWith(`${href}/`));
	const here = groups
		.flatMap(({ pages }) => pages)
		.filter(leads)
		.reduce<string | null>(
			(longest, { href }) => (href.length > (longest?.length ?? 0) ? href : longest),
			null
		);
	return groups.map((group) => ({
		...group,
		pages: group.pages.map((page) => ({ ...page, current: page.href === here }))
	}));
}
