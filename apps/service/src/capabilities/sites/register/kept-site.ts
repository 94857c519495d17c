import type { KeptSite } from '@stazhirovka/contract/sites';
import {
	endingOn,
	freeCode,
	inOrder,
	mayStandAlone,
	standingMembers,
	standingOn,
	zoneOfSubject
} from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { today } from '../../../shell/today.ts';
import { rulesOn } from '../../regulations/index.ts';
import { enterSite } from '../access.ts';
import { scansOf } from '../acts/scans.ts';
import { leadersOn } from '../leaders/reading.ts';
import { enterOrganisation } from '../organisations/organisations.ts';
import { findHead } from './passport-queries.ts';
import { rulesFor } from './passport.ts';
import { actsIn, decisionsOf, membershipsOf } from '../history-queries.ts';
import { keptRegulations, regulationTitles } from './queries.ts';
import { toDecision, toStanding, type Known } from './view.ts';
import { codesLike } from '../site-store.ts';

/** A site as the keeper of its region's register sees it. */
export async function readKeptSite({ db, now, actor }: Ctx, id: string): Promise<KeptSite> {
	await enterSite(db, actor, id, 'keeper');
	const head = (await findHead(db, id, { on: undefined, now: now() })) ?? missing('site');
	const day = localDay(now(), head.timeZone);
	const [decisions, memberships, leaders, titles] = await Promise.all([
		decisionsOf(db, [id]),
		membershipsOf(db, id),
		leadersOn(db, id, day),
		regulationTitles(db)
	]);
	const standing = standingOn(decisions, day);
	const [rules, scans] = await Promise.all([
		rulesFor(db, head, standing, day),
		scansOf(db, actsIn(decisions))
	]);
	const { code, title, theme, region, organisation, timeZone, operator, regulationKey: key } = head;
	const grounds = rules?.profile.termination.grounds;

	return {
		...{ id, code, title, theme, region, timeZone, operator, today: day },
		organisation: { id: organisation.id, title: organisation.title },
		regulation: { key, title: titles.get(key) ?? key },
		standing: standing && toStanding(standing, day),
		ending: endingOn(decisions, day),
		history: inOrder(decisions).map((one) => toDecision(one, grounds, scans)),
		leaders,
		network: {
			allowed: rules?.profile.network_form.allowed ?? null,
			members: memberships,
			oneLeft: memberships.length > 1 && standingMembers(memberships).length === 1,
			mayStandAlone: rules ? mayStandAlone(rules.profile) : false,
			can: { change: rules !== undefined && lives(standing) }
		}
	};
}

/** What a form for a site that is known on paper begins with. */
export async function proposeSite({ db, now, actor }: Ctx, organisationId: string) {
	const { organisation, region } = await enterOrganisation(db, actor, organisationId);
	const { id, title, shortTitle } = organisation;
	const start = freeCode(shortTitle, new Set());
	const [codes, keys] = await Promise.all([codesLike(db, [start]), keptRegulations(db, region.id)]);
	const rules = await Promise.all(keys.map((key) => rulesOn(db, key, today(now))));

	return {
		organisation: { id, title },
		code: freeCode(shortTitle, codes),
		timeZone: zoneOfSubject(region.title),
		regulations: rules.flatMap((found) => {
			if (!found) return [];
			const { key, short_title, status, theme, theme_fixed } = found.profile;
			return [{ key, title: short_title, act: status.act, theme: theme_fixed ? (theme ?? null) : null }];
		})
	};
}

function lives(standing: Known | null): boolean {
	return standing !== null && standing.status !== 'expired' && standing.status !== 'terminated';
}
