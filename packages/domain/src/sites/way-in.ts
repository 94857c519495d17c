import { missingParts, type RegulationProfile } from '../regulations/index.ts';

/**
 * How an organisation comes to the status: by an application, by registration without one (R15), or by an application
 * whose form nobody has given yet, so that it cannot be begun.
 */
export const WAYS_IN = ['application', 'direct', 'form_missing'] as const;
export type WayIn = (typeof WAYS_IN)[number];

export function wayIn(profile: RegulationProfile): WayIn {
	const { application, host } = profile;
	if (!application.exists || host.scope === 'named_organisation') return 'direct';
	return missingParts(profile).includes('application.fields') ? 'form_missing' : 'application';
}

/** The theme that the regulation fixes; null where the site names its own. */
export function fixedTheme({ theme, theme_fixed }: RegulationProfile): string | null {
	return theme_fixed === true && theme ? theme : null;
}
