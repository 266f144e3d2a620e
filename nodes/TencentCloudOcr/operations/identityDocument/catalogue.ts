import type { FileRules } from '../../fileRules';
import type { IdentityEntry } from '../../output/identity/identityEntry';

/** The files of most actions: 7 MB as base64, at a URL that Tencent Cloud downloads. */
const PICTURES = {
	kinds: ['PNG', 'JPEG'],
	maxBase64: 7,
	urls: 'Tencent Cloud',
} as const satisfies FileRules;

const WITH_BMP = { ...PICTURES, kinds: ['PNG', 'JPEG', 'BMP'] } as const satisfies FileRules;

const IMAGE = { base64: 'ImageBase64', url: 'ImageUrl' };
const BACK_IMAGE = { base64: 'BackImageBase64', url: 'BackImageUrl', isOptional: true };

/** The front, and a back that may be left out. */
const BOTH = { images: { image: IMAGE, second: BACK_IMAGE } };

/** URLs are not supported outside of mainland China. */
const FILES_ABROAD = { urls: 'Tencent Cloud in China' } as const;

const INTERNATIONAL = ['international'] as const;
const BOTH_SITES = ['international', 'china'] as const;

const RNE = `
	RNE CLASSIFICATION VALIDADE NOME Membership NACIONALIDADE NATURALIDADE IssuingAgency DateOfBirth
	Sex EntryDate VIA DispatchDate MRZ`;

const RNM = `
	SOBRENOME NOME DATADENASCIMENTO SEXO MEMBERSHIP NACIONALIDADE VALIDADE RNM CPF CLASSIFICATION
	PRAZODERESIDENCIA ISSUANCE AMPAROLEGAL MRZ`;

const BRAZILIAN_LICENSE = `
	NOME CatHab CNHNumber VALIDADE QUALIFICATION IDENTIDADE CPF NASCIMENTO MEMBERSHIP REGISTRO
	OBSERVATIONS IssueDate LOCAL BackNumber`;

const BRAZILIAN_ID_CARD = `
	Nome MemberShip DataNascimento IssuingAgency Fatorrh NaturalIDade Observations CPF DNI
	RegistroGeral DispatchDate Registro DocOrigem`;

const RNE_DATES = 'VALIDADE DateOfBirth EntryDate DispatchDate';
const RNM_DATES = 'DATADENASCIMENTO VALIDADE ISSUANCE';
const ID_CARD_DATES = 'DataNascimento DispatchDate';
const LICENSE_DATES = 'VALIDADE QUALIFICATION NASCIMENTO IssueDate';

/**
 * The identity documents that Tencent Cloud reads, in alphabetical order of their names.
 *
 * Source: the API description of Tencent Cloud OCR 2018-11-19 on the international site, as of
 * 2026-08-21: all actions that it lists as current, and that read identity documents.
 */
export const identityCatalogue: IdentityEntry[] = [
	{
		name: 'Any Country: Passport',
		api: 'MLIDPassportOCR',
		reads: 'Passports with machine-readable lines, also as PDF',
		sites: BOTH_SITES,
		files: { ...PICTURES, ...FILES_ABROAD, kinds: ['PNG', 'JPEG', 'BMP', 'PDF'] },
		portrait: { RetImage: true },
		pictures: 'Image',
		warnings: 'Warn WarnCardInfos',
		fields: `
			ID Name DateOfBirth Sex DateOfExpiration IssuingCountry Nationality AdvancedInfo CodeSet
			CodeCrc Surname GivenName Type PassportRecognizeInfos.Type
			PassportRecognizeInfos.IssuingCountry PassportRecognizeInfos.PassportID
			PassportRecognizeInfos.Surname PassportRecognizeInfos.GivenName PassportRecognizeInfos.Name
			PassportRecognizeInfos.Nationality PassportRecognizeInfos.DateOfBirth
			PassportRecognizeInfos.Sex PassportRecognizeInfos.DateOfIssuance
			PassportRecognizeInfos.DateOfExpiration PassportRecognizeInfos.Signature
			PassportRecognizeInfos.IssuePlace PassportRecognizeInfos.IssuingAuthority
			PassportRecognizeInfos.BirthPlace PassportRecognizeInfos.PassportFlag
			PassportRecognizeInfos.MiddleName PassportRecognizeInfos.FatherName
			PassportRecognizeInfos.MotherName PassportRecognizeInfos.Title
			PassportRecognizeInfos.Postname CardCount IsComplete`,
		dates: `
			DateOfBirth DateOfExpiration PassportRecognizeInfos_DateOfBirth
			PassportRecognizeInfos_DateOfIssuance PassportRecognizeInfos_DateOfExpiration`,
		country: 'International',
	},
	{
		name: 'Brazil: Any Card',
		api: 'RecognizeBrazilCommonOCR',
		reads: 'Says which of the four Brazilian cards it is, and reads it',
		sites: INTERNATIONAL,
		files: { ...PICTURES, ...BOTH },
		requestsPerSecond: 5,
		portrait: { ReturnHeadImage: true },
		pictures: 'PortraitImage PortraitImageBack',
		fields: 'Type',
		parts: [
			{ type: 1, name: 'RNE', fields: RNE },
			{ type: 2, name: 'RNM', fields: RNM },
			{ type: 3, name: 'IDCard', fields: BRAZILIAN_ID_CARD },
			{ type: 4, name: 'DriverLicense', fields: BRAZILIAN_LICENSE },
		],
		dates: `${RNE_DATES} ${RNM_DATES} ${ID_CARD_DATES} ${LICENSE_DATES}`,
		country: 'Brazil',
	},
	{
		name: "Brazil: Driver's License",
		api: 'RecognizeBrazilDriverLicenseOCR',
		reads: 'The CNH, front and back',
		sites: INTERNATIONAL,
		files: { ...WITH_BMP, ...BOTH },
		portrait: { CropPortrait: true },
		options: ['LicenceVersion'],
		pictures: 'PortraitImage',
		fields: `${BRAZILIAN_LICENSE} AdvancedInfo`,
		dates: LICENSE_DATES,
		country: 'Brazil',
	},
	{
		name: 'Brazil: Identity Card',
		api: 'RecognizeBrazilIDCardOCR',
		reads: 'The RG, front and back',
		sites: INTERNATIONAL,
		files: { ...PICTURES, ...BOTH },
		portrait: { ReturnHeadImage: true },
		pictures: 'PortraitImage',
		fields: BRAZILIAN_ID_CARD,
		dates: ID_CARD_DATES,
		country: 'Brazil',
	},
	{
		name: 'Brazil: RNE',
		api: 'RecognizeBrazilRNEOCR',
		reads: 'The card of the register of foreigners, front and back',
		sites: INTERNATIONAL,
		files: { ...PICTURES, ...BOTH },
		requestsPerSecond: 5,
		portrait: { ReturnHeadImage: true },
		pictures: 'PortraitImage',
		fields: RNE,
		dates: RNE_DATES,
		country: 'Brazil',
	},
	{
		name: 'Brazil: RNM',
		api: 'RecognizeBrazilRNMOCR',
		reads: 'The card of the register of migrants, front and back',
		sites: INTERNATIONAL,
		files: { ...PICTURES, ...BOTH },
		requestsPerSecond: 5,
		portrait: { ReturnHeadImage: true },
		pictures: 'PortraitImage PortraitImageBack',
		fields: RNM,
		dates: RNM_DATES,
		country: 'Brazil',
	},
	{
		name: 'China: Exit-Entry Permit',
		api: 'PermitOCR',
		reads: 'The card for journeys to Hong Kong, Macao and Taiwan',
		sites: BOTH_SITES,
		files: PICTURES,
		requestsPerSecond: 10,
		portrait: { CropPortrait: true },
		pictures: 'PortraitImage',
		warnings: 'WarnCardInfos',
		fields: `
			Name EnglishName Number Sex ValidDate IssueAuthority IssueAddress Birthday Type`,
		dates: 'Birthday',
		country: 'China',
	},
	{
		name: 'China: Identity Card',
		api: 'RecognizeMainlandIDCardOCR',
		reads: 'The resident identity card of mainland China, one side at a time',
		sites: INTERNATIONAL,
		files: WITH_BMP,
		requestsPerSecond: 20,
		portrait: { CropPortrait: true },
		options: ['CardSide', 'CropIdCard'],
		pictures: 'PortraitImage IdCardImage',
		warnings: 'WarnCardInfos',
		fields: 'Name Sex Nation Birth Address IdNum Authority ValidDate',
		dates: 'Birth',
		country: 'China',
	},
	{
		name: 'China: Mainland Travel Permit',
		api: 'MainlandPermitOCR',
		reads: 'The permit of residents of Hong Kong, Macao and Taiwan',
		sites: BOTH_SITES,
		files: PICTURES,
		requestsPerSecond: 20,
		portrait: { RetProfile: true },
		options: ['CardSide'],
		pictures: 'Profile',
		warnings: 'WarnCardInfos',
		fields: `
			Name EnglishName Sex Birthday IssueAuthority ValidDate Number IssueAddress IssueNumber Type
			Nationality MainlandTravelPermitBackInfos.Type MainlandTravelPermitBackInfos.Name
			MainlandTravelPermitBackInfos.IDNumber MainlandTravelPermitBackInfos.HistoryNumber`,
		dates: 'Birthday',
		country: 'China',
	},
	{
		name: 'Hong Kong: Identity Card',
		api: 'HKIDCardOCR',
		reads: 'The side with the photo',
		sites: BOTH_SITES,
		files: { ...PICTURES, ...FILES_ABROAD },
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadImage SmallHeadImage',
		warnings: 'WarningCode WarnCardInfos',
		fields: `
			CnName EnName TelexCode Sex Birthday Permanent IdNum Symbol FirstIssueDate
			CurrentIssueDate FakeDetectResult WindowEmbeddedText HKIDVersion`,
		dates: 'Birthday',
		country: 'Hong Kong',
	},
	{
		name: 'Indonesia: Identity Card',
		api: 'RecognizeIndonesiaIDCardOCR',
		reads: 'The KTP',
		sites: INTERNATIONAL,
		files: PICTURES,
		requestsPerSecond: 5,
		portrait: { ReturnHeadImage: true },
		forPortrait: { maxBase64: 5, pixels: { min: 64, max: 2_000, maxJpeg: 4_000 } },
		pictures: 'Photo',
		warnings: 'WarnCardInfos',
		fields: `
			NIK Nama TempatTglLahir JenisKelamin GolDarah Alamat RTRW KelDesa Kecamatan Agama
			StatusPerkawinan Perkerjaan KewargaNegaraan BerlakuHingga IssuedDate Provinsi Kota`,
		dates: 'BerlakuHingga IssuedDate',
		country: 'Indonesia',
	},
	{
		name: 'Macao: Identity Card',
		api: 'RecognizeMacaoIDCardOCR',
		reads: 'The resident identity card, front and back',
		sites: INTERNATIONAL,
		files: { ...PICTURES, ...BOTH },
		// The parameter is JSON text.
		portrait: { Config: JSON.stringify({ RetImage: 'portrait' }) },
		pictures: 'RetImage',
		warnings: 'WarnCardInfos',
		fields: `
			CnLastName EnLastName LastNameCode CnFirstName EnFirstName FirstNameCode ID Birthday Sex
			FirstIssueDate CurrentIssueDate ValidityPeriod Symbol Height Angle ResidentType`,
		dates: 'Birthday FirstIssueDate CurrentIssueDate ValidityPeriod',
		country: 'Macao',
	},
	{
		name: 'Malaysia: Identity Card',
		api: 'MLIDCardOCR',
		reads: 'MyKad, MyPR, MyTentera, MyKAS, i-Kad and others, front and back',
		sites: BOTH_SITES,
		files: { ...PICTURES, ...FILES_ABROAD, ...BOTH },
		portrait: { RetImage: true },
		pictures: 'Image',
		warnings: 'Warn WarnCardInfos',
		fields: 'ID Name Address Sex AdvancedInfo Type Birthday MyKadNumber',
		dates: 'Birthday',
		country: 'Malaysia',
	},
	{
		name: "Mexico: Voter's Card",
		api: 'RecognizeMexicoVTID',
		reads: 'The INE',
		sites: INTERNATIONAL,
		files: PICTURES,
		requestsPerSecond: 5,
		portrait: { ReturnHeadImage: true },
		pictures: 'PortraitImage',
		fields: `
			Name Sex Address VotePIN CURP Birth SECCION IssueDate ValidDate State City Locality
			EMISION`,
		dates: 'Birth',
		country: 'Mexico',
	},
	{
		name: "Philippines: Driver's License",
		api: 'RecognizePhilippinesDrivingLicenseOCR',
		reads: 'The front',
		sites: INTERNATIONAL,
		files: PICTURES,
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadPortrait',
		fields: `
			Name LastName FirstName MiddleName Nationality Sex Address LicenseNo ExpiresDate AgencyCode
			Birthday`,
		dates: 'ExpiresDate Birthday',
		country: 'Philippines',
	},
	{
		name: 'Philippines: SSS Card',
		api: 'RecognizePhilippinesSssIDOCR',
		reads: 'The card of the social security system',
		sites: INTERNATIONAL,
		files: PICTURES,
		// The parameter is required.
		parameters: { ReturnHeadImage: false },
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadPortrait',
		fields: 'LicenseNumber FullName Birthday',
		dates: 'Birthday',
		country: 'Philippines',
	},
	{
		name: 'Philippines: TIN Card',
		api: 'RecognizePhilippinesTinIDOCR',
		reads: 'The card with the tax identification number',
		sites: INTERNATIONAL,
		files: PICTURES,
		parameters: { ReturnHeadImage: false },
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadPortrait',
		fields: 'LicenseNumber FullName Address Birthday IssueDate',
		dates: 'Birthday IssueDate',
		country: 'Philippines',
	},
	{
		name: 'Philippines: UMID Card',
		api: 'RecognizePhilippinesUMIDOCR',
		reads: 'The multi-purpose identity card',
		sites: INTERNATIONAL,
		files: PICTURES,
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadPortrait',
		fields: 'Surname MiddleName GivenName Address Birthday CRN Sex',
		dates: 'Birthday',
		country: 'Philippines',
	},
	{
		name: "Philippines: Voter's Card",
		api: 'RecognizePhilippinesVoteIDOCR',
		reads: 'The card of the commission on elections',
		sites: INTERNATIONAL,
		files: PICTURES,
		requestsPerSecond: 20,
		parameters: { ReturnHeadImage: false },
		portrait: { ReturnHeadImage: true },
		pictures: 'HeadPortrait',
		fields: `
			VIN LastName FirstName MiddleName Birthday CivilStatus Citizenship Address PrecinctNo`,
		dates: 'Birthday',
		country: 'Philippines',
	},
	{
		name: 'Singapore: Identity Card',
		api: 'RecognizeSingaporeIDCardOCR',
		reads: 'The NRIC, one side at a time',
		sites: INTERNATIONAL,
		files: WITH_BMP,
		requestsPerSecond: 20,
		portrait: { ReturnHeadImage: true },
		pictures: 'Photo',
		warnings: 'WarnCardInfos',
		fields: `
			ChName EnName Sex CountryOfBirth Birthday Address ID Race NRICCode PostCode
			DateOfExpiration DateOfIssue`,
		dates: 'Birthday DateOfExpiration DateOfIssue',
		country: 'Singapore',
	},
	{
		name: 'Thailand: Identity Card',
		api: 'RecognizeThaiIDCardOCR',
		reads: 'The national identity card, front and back',
		sites: BOTH_SITES,
		files: { ...WITH_BMP, ...BOTH },
		requestsPerSecond: 10,
		portrait: { CropPortrait: true },
		pictures: 'PortraitImage',
		warnings: 'WarnCardInfos',
		fields: `
			ID ThaiName EnFirstName EnLastName IssueDate ExpirationDate EnIssueDate EnExpirationDate
			Birthday EnBirthday Religion SerialNumber Address LaserID AdvancedInfo CardCount
			IsComplete`,
		dates: `
			IssueDate ExpirationDate EnIssueDate EnExpirationDate Birthday EnBirthday`,
		country: 'Thailand',
	},
	{
		name: 'Thailand: Pink Card',
		api: 'RecognizeThaiPinkCard',
		reads: 'The card of people without Thai nationality',
		sites: INTERNATIONAL,
		files: WITH_BMP,
		requestsPerSecond: 5,
		portrait: { CropPortrait: true },
		pictures: 'PortraitImage',
		warnings: 'WarnCardInfos',
		fields: `
			Country IDNumber ThaiName EnName ThaiSurName ThaiDOB EnDOB PhotoNumber ThaiAddress
			ThaiDateOfIssue DateOfIssue ThaiDateOfExpiry DateOfExpiry IssuingAgency RefNumber
			AdvancedInfo`,
		dates: `
			ThaiDOB EnDOB ThaiDateOfIssue DateOfIssue ThaiDateOfExpiry DateOfExpiry`,
		country: 'Thailand',
	},
];
