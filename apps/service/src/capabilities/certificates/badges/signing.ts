import { SignJWT, type JWTPayload } from 'jose';
import { currentKey } from '../seal/keys.ts';

type Signing = Parameters<typeof currentKey>[0] & { origin: string };
type Credential = { id: string; issuer: string | { id: string }; validFrom: string };

const keyAddress = (origin: string, id: string) => `${origin}/api/badges/keys/${id}`;

/** A credential as VC-JWT: it stands at the top level of the claims, beside those that JWT has for the same. Ed25519 signs equal words alike. */
export async function signed(signing: Signing, credential: Credential & JWTPayload): Promise<string> {
	const { id, privateKey } = await currentKey(signing);
	const { issuer, validFrom } = credential;
	return new SignJWT({ ...credential })
		.setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: keyAddress(signing.origin, id) })
		.setIssuer(typeof issuer === 'string' ? issuer : issuer.id)
		.setJti(credential.id)
		.setNotBefore(new Date(validFrom))
		.sign(privateKey);
}
