import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB, two passes: about 30 ms of one core (OWASP). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
	return hash(password, COST);
}

/** A hash of nothing in particular, so that an unknown address takes as long as a wrong password. */
const decoy = hashPassword('a password that nobody has');

export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
	const matches = await verify(stored ?? (await decoy), password);
	return matches && stored !== null && stored !== undefined;
}
