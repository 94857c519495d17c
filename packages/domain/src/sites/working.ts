import { ok, refuse, type Result } from '../result.ts';
import type { SiteStatus } from './status.ts';

export type NotWorking = { code: 'site.not_active'; details: { status: SiteStatus | 'none' } };

/**
 * Whether the site's own work may be written down today. A site is temporary: before its status begins, while it is
 * suspended and after it has ended, everything stays to be read and nothing changes (R34).
 */
export function mayWork(status: SiteStatus | null): Result<SiteStatus, NotWorking> {
	return status === 'active'
		? ok(status)
		: refuse({ code: 'site.not_active', details: { status: status ?? 'none' } });
}
