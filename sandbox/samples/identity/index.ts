import type { Paper } from '../papers/paper';

/** A specimen of an identity document, by the action that reads it. Nobody on them exists. */
const DOCUMENTS: Record<string, Pick<Paper, 'title' | 'fields'>> = {
	HKIDCardOCR: {
		title: 'HONG KONG IDENTITY CARD',
		fields: [
			['EnName', 'Name', 'SPECIMEN, Sam'],
			['TelexCode', 'Code', '2867 2609'],
			['Birthday', 'Date of Birth', '01-01-1985'],
			['Sex', 'Sex', 'F'],
			['Symbol', 'Symbol', '***AZ'],
			['FirstIssueDate', 'First Issue', '(09-99)'],
			['CurrentIssueDate', 'Date of Issue', '26-11-18'],
			['IdNum', 'Number', 'A000000(0)'],
			['HKIDVersion', 'Version', 'HKID-2018'],
		],
	},
	MLIDCardOCR: {
		title: 'MALAYSIA KAD PENGENALAN',
		fields: [
			['ID', 'Nombor', '000000-00-0000'],
			['Name', 'Nama', 'KAVIN SPECIMEN'],
			['Address', 'Alamat', 'NO 1 JALAN SPECIMEN 31400 IPOH PERAK'],
			['Sex', 'Jantina', 'LELAKI'],
			['Birthday', 'Tarikh Lahir', '01/02/1971'],
			['Type', 'Jenis', 'MyKad'],
		],
	},
	MLIDPassportOCR: {
		title: 'UTOPIA PASSPORT',
		fields: [
			['Type', 'Type', 'P'],
			['IssuingCountry', 'Code', 'UTO'],
			['ID', 'Passport No.', 'L000000AA'],
			['Surname', 'Surname', 'SPECIMEN'],
			['GivenName', 'Given Names', 'ESTHER'],
			['Name', 'Name', 'SPECIMEN ESTHER'],
			['Nationality', 'Nationality', 'UTO'],
			['DateOfBirth', 'Date of Birth', '19900411'],
			['Sex', 'Sex', 'F'],
			['DateOfExpiration', 'Date of Expiry', '20310726'],
			['CodeSet', '', 'P<UTOSPECIMEN<<ESTHER<<<<<<<<<<<<<<<<<<<<<<<'],
			['CodeCrc', '', 'L000000AA0UTO9004117F3107268<<<<<<<<<<<<<<00'],
			['PassportRecognizeInfos.DateOfIssuance', 'Date of Issue', '27 Jul 2021'],
			['PassportRecognizeInfos.BirthPlace', 'Place of Birth', 'NOWHERE'],
		],
	},
	MainlandPermitOCR: {
		title: 'MAINLAND TRAVEL PERMIT',
		fields: [
			['EnglishName', 'Name', 'SPECIMEN,SAM'],
			['Birthday', 'Date of Birth', '1990.01.02'],
			['Sex', 'Sex', 'M'],
			['ValidDate', 'Valid', '2018.10.09-2028.10.08'],
			['IssueNumber', 'Issue', '01'],
			['Number', 'Number', 'H00000000'],
			['Type', 'Type', 'Mainland Travel Permit for Hong Kong and Macao Residents'],
		],
	},
	PermitOCR: {
		title: 'EXIT-ENTRY PERMIT',
		fields: [
			['EnglishName', 'Name', 'SPECIMEN,SAM'],
			['Birthday', 'Date of Birth', '1985.10.27'],
			['Sex', 'Sex', 'F'],
			['ValidDate', 'Valid', '2018.10.09-2028.10.08'],
			['Number', 'Number', 'C000000000'],
			['IssueAddress', 'Place of Issue', 'NOWHERE'],
		],
	},
	RecognizeBrazilDriverLicenseOCR: {
		title: 'CARTEIRA NACIONAL DE HABILITACAO',
		fields: [
			['NOME', 'Nome', 'JOAO SPECIMEN'],
			['IDENTIDADE', 'Doc. Identidade', '000000000 SSP SP'],
			['CPF', 'CPF', '000.000.000-00'],
			['NASCIMENTO', 'Data Nascimento', '01/02/1980'],
			['MEMBERSHIP', 'Filiacao', 'PAI SPECIMEN MAE SPECIMEN'],
			['CatHab', 'Cat. Hab.', 'AB'],
			['REGISTRO', 'No Registro', '00000000000'],
			['VALIDADE', 'Validade', '01/01/2030'],
			['QUALIFICATION', '1a Habilitacao', '01/01/2000'],
		],
	},
	RecognizeBrazilIDCardOCR: {
		title: 'CARTEIRA DE IDENTIDADE',
		fields: [
			['RegistroGeral', 'Registro Geral', '00.000.000-0'],
			['Nome', 'Nome', 'MARIA SPECIMEN'],
			['MemberShip', 'Filiacao', 'PAI SPECIMEN/MAE SPECIMEN'],
			['NaturalIDade', 'Naturalidade', 'NENHURES - XX'],
			['DataNascimento', 'Data de Nascimento', '09/09/1999'],
			['DispatchDate', 'Data de Expedicao', '21/09/2017'],
			['CPF', 'CPF', '000000000/00'],
		],
	},
	RecognizeBrazilRNEOCR: {
		title: 'REGISTRO NACIONAL DE ESTRANGEIROS',
		fields: [
			['RNE', 'RNE', 'G000000-8'],
			['CLASSIFICATION', 'Classificacao', 'PERMANENTE'],
			['VALIDADE', 'Validade', '26/10/2025'],
			['NOME', 'Nome', 'SAM SPECIMEN'],
			['NACIONALIDADE', 'Nacionalidade', 'UTOPIANA'],
			['DateOfBirth', 'Data de Nascimento', '01/01/2001'],
			['Sex', 'Sexo', 'M'],
			['EntryDate', 'Data de Entrada', '01/12/2014'],
		],
	},
	RecognizeBrazilRNMOCR: {
		title: 'REGISTRO NACIONAL MIGRATORIO',
		fields: [
			['SOBRENOME', 'Sobrenome', 'SPECIMEN'],
			['NOME', 'Nome', 'SAM'],
			['DATADENASCIMENTO', 'Data de Nascimento', '10/06/1992'],
			['NACIONALIDADE', 'Nacionalidade', 'UTOPIANA'],
			['VALIDADE', 'Validade', '07/07/2031'],
			['RNM', 'RNM', 'V000000-P'],
			['CLASSIFICATION', 'Classificacao', 'RESIDENTE'],
			['ISSUANCE', 'Emissao', '29/11/2020'],
		],
	},
	RecognizeIndonesiaIDCardOCR: {
		title: 'KARTU TANDA PENDUDUK',
		fields: [
			['Provinsi', 'Provinsi', 'PROVINSI SPECIMEN'],
			['Kota', 'Kota', 'KOTA SPECIMEN'],
			['NIK', 'NIK', '0000000000000000'],
			['Nama', 'Nama', 'SAM SPECIMEN'],
			['TempatTglLahir', 'Tempat/Tgl Lahir', 'KOTA SPECIMEN 13-01-1987'],
			['JenisKelamin', 'Jenis Kelamin', 'LAKI-LAKI'],
			['Alamat', 'Alamat', 'JL SPECIMEN 1'],
			['RTRW', 'RT/RW', '000/000'],
			['KewargaNegaraan', 'Kewarganegaraan', 'WNI'],
			['BerlakuHingga', 'Berlaku Hingga', 'SEUMUR HIDUP'],
			['IssuedDate', '', '15-05-2015'],
		],
	},
	RecognizeMacaoIDCardOCR: {
		title: 'MACAO RESIDENT IDENTITY CARD',
		fields: [
			['EnLastName', 'Surname', 'SPECIMEN'],
			['EnFirstName', 'Given Name', 'SAM'],
			['LastNameCode', 'Code', '0149'],
			['Birthday', 'Date of Birth', '22-04-1997'],
			['Sex', 'Sex', 'F'],
			['Height', 'Height', '1.64'],
			['FirstIssueDate', 'First Issue', '06-05-2011'],
			['CurrentIssueDate', 'Date of Issue', '01-08-2014'],
			['ValidityPeriod', 'Valid Until', '01-08-2024'],
			['ID', 'Number', '0000000(0)'],
		],
	},
	RecognizeMainlandIDCardOCR: {
		title: 'RESIDENT IDENTITY CARD',
		fields: [
			['Name', 'Name', 'YANG BEN'],
			['Sex', 'Sex', 'F'],
			['Nation', 'Nation', 'HAN'],
			['Birth', 'Birth', '1990/1/2'],
			['Address', 'Address', 'SPECIMEN ROAD 1'],
			['IdNum', 'Number', '000000199001020000'],
		],
	},
	RecognizeMexicoVTID: {
		title: 'CREDENCIAL PARA VOTAR',
		fields: [
			['Name', 'Nombre', 'SAM SPECIMEN'],
			['Address', 'Domicilio', 'C SPECIMEN 1 COL CENTRO'],
			['VotePIN', 'Clave de Elector', 'SPSPXX80011900H000'],
			['CURP', 'CURP', 'SPEX800119HXXXXX00'],
			['Birth', 'Fecha de Nacimiento', '19/01/1980'],
			['Sex', 'Sexo', 'H'],
			['SECCION', 'Seccion', '0703'],
			['ValidDate', 'Vigencia', '2022-2032'],
		],
	},
	RecognizePhilippinesDrivingLicenseOCR: {
		title: "PHILIPPINES DRIVER'S LICENSE",
		fields: [
			['Name', 'Name', 'SPECIMEN, GERALD GOMEZ'],
			['LastName', 'Last Name', 'SPECIMEN'],
			['FirstName', 'First Name', 'GERALD'],
			['Nationality', 'Nationality', 'PHL'],
			['Sex', 'Sex', 'M'],
			['Birthday', 'Date of Birth', '1992/01/22'],
			['LicenseNo', 'License No.', 'N02-00-000000'],
			['ExpiresDate', 'Expires', '2034/01/22'],
		],
	},
	RecognizePhilippinesSssIDOCR: {
		title: 'SOCIAL SECURITY SYSTEM',
		fields: [
			['LicenseNumber', 'SS Number', '00-0000000-0'],
			['FullName', 'Name', 'PAMELA SPECIMEN'],
			['Birthday', 'Date of Birth', 'JULY 7,1980'],
		],
	},
	RecognizePhilippinesTinIDOCR: {
		title: 'BUREAU OF INTERNAL REVENUE',
		fields: [
			['LicenseNumber', 'TIN', '000-000-000-000'],
			['FullName', 'Name', 'SPECIMEN, VER'],
			['Address', 'Address', '18 A SPECIMEN STREET'],
			['Birthday', 'Birth Date', 'August 01,1972'],
			['IssueDate', 'Issue Date', 'August 02,1999'],
		],
	},
	RecognizePhilippinesUMIDOCR: {
		title: 'UNIFIED MULTI-PURPOSE ID',
		fields: [
			['CRN', 'CRN', 'CRN-0000000-0'],
			['Surname', 'Surname', 'SPECIMEN'],
			['GivenName', 'Given Name', 'ARMAINE'],
			['Sex', 'Sex', 'F'],
			['Birthday', 'Date of Birth', '1996/06/20'],
			['Address', 'Address', '19 SPECIMEN STREET'],
		],
	},
	RecognizePhilippinesVoteIDOCR: {
		title: 'COMMISSION ON ELECTIONS',
		fields: [
			['VIN', 'VIN', '0000-0000B-G0000ANT10000'],
			['LastName', 'Last Name', 'SPECIMEN'],
			['FirstName', 'First Name', 'ROYO'],
			['Birthday', 'Date of Birth', 'March 13,1985'],
			['CivilStatus', 'Civil Status', 'Single'],
			['Citizenship', 'Citizenship', 'Filipino'],
			['PrecinctNo', 'Precinct', '0000B'],
		],
	},
	RecognizeSingaporeIDCardOCR: {
		title: 'REPUBLIC OF SINGAPORE IDENTITY CARD',
		fields: [
			['ID', 'Identity Card No.', 'S0000000E'],
			['EnName', 'Name', 'SAM SPECIMEN'],
			['Race', 'Race', 'CHINESE'],
			['Birthday', 'Date of Birth', '12/04/1988'],
			['Sex', 'Sex', 'M'],
			['CountryOfBirth', 'Country of Birth', 'UTOPIA'],
		],
	},
	RecognizeThaiIDCardOCR: {
		title: 'THAI NATIONAL ID CARD',
		fields: [
			['ID', 'Identification Number', '0 0000 00000 00 0'],
			['EnFirstName', 'Name', 'Mr. Sam'],
			['EnLastName', 'Last Name', 'Specimen'],
			['EnBirthday', 'Date of Birth', '14 Dec. 1966'],
			['EnIssueDate', 'Date of Issue', '9 Dec. 2016'],
			['EnExpirationDate', 'Date of Expiry', '13 Dec. 2034'],
			['SerialNumber', '', '0000-00-00000000'],
		],
	},
	RecognizeThaiPinkCard: {
		title: 'NON-THAI IDENTIFICATION CARD',
		fields: [
			['IDNumber', 'Number', '00 0000 000000 0'],
			['EnName', 'Name', 'Mr. Sam Specimen'],
			['EnDOB', 'Date of Birth', '14 Feb. 1986'],
			['DateOfIssue', 'Date of Issue', '10 Aug. 2022'],
			['DateOfExpiry', 'Date of Expiry', '9 Aug. 2032'],
			['PhotoNumber', '', '0000-0000000'],
		],
	},
};

/** The specimens, by the action that reads each. */
export const identityPapers: Record<string, Paper> = Object.fromEntries(
	Object.entries(DOCUMENTS).map(([action, paper]) => [action, { ...paper, file: fileOf(action) }]),
);

/** Such as `identity_thai_pink_card` of `RecognizeThaiPinkCard`. */
function fileOf(action: string): string {
	const words = action
		.replace(/^Recognize|OCR$/g, '')
		.replace(/IDCard$/, 'IdCard')
		.replace(/ID$/, 'Id')
		.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
	return ['identity', ...words].join('_').toLowerCase();
}
