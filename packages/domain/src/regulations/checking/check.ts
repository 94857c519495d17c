import type { Finding } from '../finding.ts';
import type { RegulationProfile } from '../profile.ts';

/** `of`: the parts that it looks at, so that it is run whenever these have the right shape. */
export type Check = { of: (keyof RegulationProfile)[]; find(profile: RegulationProfile): Finding[] };
