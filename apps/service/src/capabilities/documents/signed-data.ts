/** The object identifier of «signed data» (1.2.840.113549.1.7.2) as it is written in DER. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const SEQUENCE = 0x30;
/** A tag and a length of at most six bytes stand before it. */
const FARTHEST = 6;

const ARMOUR = /-----(BEGIN|END) [A-Z0-9 ]+-----/g;
const BASE64 = /^[A-Za-z0-9+/\s]+=*\s*$/;

/** The bytes of a CMS signature, also where they are written in base64 or PEM; null when it is anything else. */
export function signedData(given: Buffer): Buffer | null {
	if (isSignedData(given)) return given;

	const text = given.toString('latin1').replace(ARMOUR, '');
	const decoded = BASE64.test(text) ? Buffer.from(text, 'base64') : null;
	return decoded && isSignedData(decoded) ? decoded : null;
}

function isSignedData(bytes: Buffer): boolean {
	const at = bytes.subarray(0, FARTHEST + SIGNED_DATA.length).indexOf(SIGNED_DATA);
	return bytes[0] === SEQUENCE && at >= 2;
}
