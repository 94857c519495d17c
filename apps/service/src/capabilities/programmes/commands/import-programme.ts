import type { Finding } from '@stazhirovka/contract/finding';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty } from '../../../shell/errors.ts';
import { ledSites } from '../../cohorts/index.ts';
import { checkFile } from '../file.ts';
import * as store from '../store.ts';
import { storeCandidate } from '../storing.ts';

/**
 * Imports a programme file as a draft (R121): checked whole, stored as it was sent, with its rules and forms.
 * The same file again is the same version; another one takes the place of the draft. Answers with the version's id.
 */
export async function importProgramme(ctx: Ctx, file: unknown): Promise<string> {
	const mySites = await ledSites(ctx.db, ctx.actor);
	allow(mySites.length > 0);

	const checked = checkFile(file);
	const siteKey = checked.ok ? checked.document.site_key : checked.siteKey;
	const siteId = siteKey === null ? undefined : await store.findSite(ctx.db, siteKey);
	const foreign = siteKey !== null && (!siteId || !mySites.includes(siteId));
	const findings = [
		...(foreign ? [fault('site_key', 'site.not_yours')] : []),
		...(checked.ok ? [] : checked.findings)
	];

	if (!checked.ok || !siteId || foreign) return faulty('programme.faulty', { findings });
	return ctx.db.transaction((tx) => storeCandidate(tx, ctx, siteId, checked));
}

function fault(place: string, code: string): Finding {
	return { place, code, severity: 'error' };
}
