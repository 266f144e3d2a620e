import { randomUUID } from 'node:crypto';
import sharp from 'sharp';

import { identityPapers } from '../../samples/identity';
import { fail, TencentError } from './errors';
import { checkFormat, checkParameters, documentedActions } from './identity';
import { portraitImage } from './identityPortrait';
import { specimenIn } from './identitySpecimens';
import { imageFile } from './image';

const APPLY = 'ApplyCardVerificationExternal';
const GET_RESULT = 'GetCardVerificationExternalResult';

const CARD_TYPES = ['ID_CARD', 'PASSPORT', 'DRIVING_LICENSE', 'RESIDENCE_PERMIT'];

/** The kinds of documents whose back is required, by country. */
const WITH_BACK: Record<string, string> = {
	ARG: 'DRIVING_LICENSE ID_CARD',
	AUS: 'DRIVING_LICENSE ID_CARD RESIDENCE_PERMIT',
	BGD: 'DRIVING_LICENSE ID_CARD',
	CAN: 'ID_CARD PASSPORT RESIDENCE_PERMIT',
	CHL: 'DRIVING_LICENSE ID_CARD',
	DEU: 'DRIVING_LICENSE ID_CARD RESIDENCE_PERMIT',
	HKG: 'ID_CARD',
	IDN: '',
	JPN: 'ID_CARD',
	KHM: 'DRIVING_LICENSE ID_CARD',
	MAC: 'ID_CARD',
	MEX: 'ID_CARD',
	MMR: 'ID_CARD',
	MYS: 'DRIVING_LICENSE ID_CARD',
	NGA: 'DRIVING_LICENSE ID_CARD RESIDENCE_PERMIT',
	NZL: 'DRIVING_LICENSE',
	PAK: 'DRIVING_LICENSE ID_CARD',
	PHL: 'ID_CARD',
	RUS: 'DRIVING_LICENSE',
	SGP: 'DRIVING_LICENSE ID_CARD RESIDENCE_PERMIT',
	THA: 'DRIVING_LICENSE',
	TWN: 'ID_CARD',
};

const PIXELS = { min: 256, max: 4096 };

/** How often a result is asked for before it is there. */
const POLLS = 1;

/** The token of a verification that is always there: that of the specimen passport. */
const SPECIMEN_TOKEN = '00000000-0000-0000-0000-000000000000';

/** A verification that was accepted. */
interface Verification {
	nationality: string;
	/** The action whose specimen was sent. */
	specimen?: string;
	wantsPortrait: boolean;
	polls: number;
}

type Input = Record<string, unknown>;

/** The two actions of a verification: what one has accepted, the other one answers. */
export function cardVerification() {
	const accepted = new Map<string, Verification>([
		[
			SPECIMEN_TOKEN,
			{ nationality: 'SGP', specimen: 'MLIDPassportOCR', wantsPortrait: false, polls: POLLS },
		],
	]);
	return {
		/** @throws TencentError */
		async [APPLY](input: Input): Promise<object> {
			checkParameters(APPLY, input);
			const { Nationality: nationality, CardType: type } = input as Record<string, string>;
			if (!Object.hasOwn(WITH_BACK, nationality) || !CARD_TYPES.includes(type)) {
				fail('InvalidParameterValue.InvalidParameterValueLimit');
			}
			const front = await sideOf(input, 'Front');
			if (!front) throw new TencentError('MissingParameter', 'The front of the card is missing.');
			const back = await sideOf(input, 'Back');
			if (!back && WITH_BACK[nationality].split(' ').includes(type)) {
				throw new TencentError('MissingParameter', 'The back of the card is missing.');
			}
			const token = randomUUID();
			const wantsPortrait = input.ReturnHeadImage === true;
			const specimen = await specimenIn(front);
			accepted.set(token, { nationality, specimen, wantsPortrait, polls: 0 });
			return { CardVerificationToken: token };
		},

		/** @throws TencentError */
		async [GET_RESULT](input: Input): Promise<object> {
			checkParameters(GET_RESULT, input);
			const token = String(input.CardVerificationToken);
			const verification = accepted.get(token);
			if (!verification) return fail('InvalidParameterValue.InvalidParameterValueLimit');
			const isDone = ++verification.polls > POLLS;
			return { ...(isDone ? await resultOf(verification) : NOTHING), CardVerificationToken: token };
		},
	};
}

const NOTHING = {
	Status: 'PROCESSING',
	WarnInfo: null,
	Nationality: null,
	CardInfo: null,
	BackCardInfo: null,
	HeadImageBase64: '',
};

async function sideOf(input: Input, side: 'Front' | 'Back'): Promise<Buffer | undefined> {
	const [url, base64] = [input[`ImageUrl${side}`], input[`ImageBase64${side}`]];
	if (!url && base64 === undefined) return undefined;
	const { formats, maxBase64 } = documentedActions[APPLY];
	const images = {
		...(typeof url === 'string' && { ImageUrl: url }),
		// The sample of the documentation has a data URI.
		...(typeof base64 === 'string' && { ImageBase64: base64.replace(/^data:[^,]*,/, '') }),
	};
	const file = await imageFile(images, maxBase64 * 1024 * 1024);
	await checkFormat(file, formats);
	const { width = 0, height = 0 } = await sharp(file).metadata();
	const isSize = Math.min(width, height) >= PIXELS.min && Math.max(width, height) <= PIXELS.max;
	return isSize ? file : fail('InvalidParameterValue.InvalidParameterValueLimit');
}

/** The names of a passport's fields in the data type GeneralCard. */
const PASSPORT: Record<string, string> = {
	ID: 'LicenseNumber',
	Name: 'FullName',
	Surname: 'LastName',
	GivenName: 'FirstName',
	Sex: 'Sex',
	DateOfBirth: 'Birthday',
	DateOfExpiration: 'ExpirationDate',
	Nationality: 'Nationality',
	CodeSet: 'MRZLine1',
	CodeCrc: 'MRZLine2',
};

/** Only the specimen of a passport is read; for any other picture, the verification ends badly. */
async function resultOf({ nationality, specimen, wantsPortrait }: Verification): Promise<object> {
	if (specimen !== 'MLIDPassportOCR') {
		return { ...NOTHING, Status: 'ABNORMAL', WarnInfo: ['OtherWarning'] };
	}
	const fields = documentedActions[GET_RESULT].answer.filter((path) =>
		path.startsWith('CardInfo.'),
	);
	const card: Input = { Address: {} };
	for (const path of fields) {
		const [, name, part] = path.split('.');
		if (part) (card.Address as Input)[part] = '';
		else card[name] ??= '';
	}
	for (const [name, , value] of identityPapers[specimen].fields) {
		if (name in PASSPORT) card[PASSPORT[name]] = value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1/$2/$3');
	}
	return {
		...{ Status: 'COMPLETED', WarnInfo: [], Nationality: nationality, CardInfo: card },
		...{ BackCardInfo: null, HeadImageBase64: wantsPortrait ? await portraitImage() : '' },
	};
}
