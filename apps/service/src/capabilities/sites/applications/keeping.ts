import { wayIn } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { toRules, toOpening } from './view.ts';
import { keptRules } from '../kept-rules.ts';
import { recommendationsOf } from './recommendation-store.ts';
import { today } from '../../../shell/today.ts';
import { windowsOf } from './window-store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Windows of the regulations that I keep, and which of them an act may give one. */
export async function readWindows({ db, actor, now }: Reader) {
	const rules = await keptRules(db, actor, today(now));
	const profiles = new Map(rules.map(({ regulationId, profile }) => [regulationId, profile]));
	const rows = await windowsOf(db, [...profiles.keys()]);
	return {
		windows: rows.flatMap(({ regulationId, key: _, ...window }) => {
			const profile = profiles.get(regulationId);
			if (!profile) return [];
			const tellTo = profile.status.application_window.communicated_to ?? null;
			return [{ ...window, regulation: toRules(profile), tellTo }];
		}),
		regulations: rules
			.filter(({ profile }) => profile.status.application_window.kind === 'set_by_act')
			.map(({ profile }) => ({
				...toRules(profile),
				act: profile.status.application_window.act ?? null,
				by: profile.status.application_window.by ?? null
			}))
	};
}

/** Lists of recommended organisations, and the regulations that ask for one (R29). */
export async function readRecommendations({ db, actor, now }: Reader) {
	const rules = await keptRules(db, actor, today(now));
	const asking = rules.filter(({ profile }) => profile.host.scope === 'recommended_list');
	const profiles = new Map(asking.map(({ regulationId, profile }) => [regulationId, profile]));
	const rows = await recommendationsOf(db, [...profiles.keys()]);
	return {
		regulations: asking.map(({ profile }) => toRules(profile)),
		recommendations: rows.map((row) =>
			toRecommendation({ ...row, title: profiles.get(row.regulationId)?.short_title ?? row.key })
		)
	};
}

type Row = Awaited<ReturnType<typeof recommendationsOf>>[number] & { title: string };

export function toRecommendation({ key, title, createdAt, regulationId: _, ...row }: Row) {
	return { ...row, regulation: { key, title }, createdAt: createdAt.toISOString() };
}

/** Regulations that I keep whose sites are registered without an application (R15). */
export async function readDirectOpenings({ db, actor, now }: Reader) {
	const rules = await keptRules(db, actor, today(now));
	return rules
		.filter(({ profile }) => wayIn(profile) === 'direct')
		.map((one) => {
			const { theme, themeFixed } = toOpening(one, [], '');
			const { host, status, network_form: network } = one.profile;
			return {
				...toRules(one.profile),
				names: host.scope === 'named_organisation' ? (host.organisation ?? '') : null,
				theme,
				themeFixed,
				eligibility: host.eligibility,
				asksDates: status.term.kind === 'bound_to_programme',
				network: { allowed: network.allowed === true, unitedBy: network.united_by ?? null }
			};
		});
}
