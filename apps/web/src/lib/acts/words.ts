import type { Act, ActOrder, StatusDecision } from '@stazhirovka/contract/sites';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

/** «распоряжение от 1 сентября 2025 г. № 17-р» */
export function actWords({ kind, number, signedOn }: Pick<Act, 'kind' | 'number' | 'signedOn'>): string {
	return m.acts_name({ kind, number, date: dayText(signedOn) });
}

/** What was decided about a site, and from when. */
export function decisionWords({
	kind,
	from,
	lastDay
}: Pick<StatusDecision, 'kind' | 'from' | 'lastDay'>): string {
	return m.acts_decision({ kind, from: dayText(from), until: lastDay ? dayText(lastDay) : '' });
}

type Ordered = { href: string; title: string; words: string };

/** What an act orders besides statuses: of which thing, where it can be opened, and in what words. */
export function orderWords(order: ActOrder): Ordered {
	switch (order.kind) {
		case 'window':
			return {
				href: `/regulations/${order.regulation.key}`,
				title: order.regulation.title,
				words: m.acts_order_window({ days: periodText(order.opensOn, order.closesOn) })
			};
		case 'council':
			return { ...councilOf(order.council), words: composedWords(order.members) };
		case 'joined':
		case 'left': {
			const role = m.councils_role({ role: order.role });
			const { kind, name, on, council } = order;
			return { ...councilOf(council), words: m.acts_order_member({ kind, name, role, date: dayText(on) }) };
		}
		case 'coordinator':
		case 'coordinator_relieved': {
			const { kind, name, on, region } = order;
			const words = m.acts_order_person({ kind, name, date: dayText(on) });
			return { href: '/coordinator/coordinators', title: region, words };
		}
		default: {
			const { kind, name, on, site } = order;
			return {
				href: `/coordinator/sites/${site.id}`,
				title: site.title,
				words: m.acts_order_person({ kind, name, date: dayText(on) })
			};
		}
	}
}

function councilOf({ id, title }: { id: string; title: string }) {
	return { href: `/coordinator/councils/${id}`, title };
}

function composedWords(members: { name: string; role: string }[]): string {
	const named = members.map(({ name, role }) => `${name} (${m.councils_role({ role })})`).join(', ');
	return m.acts_order_council({ members: named });
}
