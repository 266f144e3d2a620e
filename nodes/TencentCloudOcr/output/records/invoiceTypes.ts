/** The fields of a kind of invoice, and those of its line items by the name of their list. */
export interface InvoiceType {
	fields: string;
	lists?: Record<string, string>;
}

const VAT: InvoiceType = {
	fields: `
		CheckCode FormType TravelTax BuyerAddrTel BuyerBankAccount CompanySealContent TaxSealContent
		ServiceName City QRCodeMark AgentMark TransitMark OilMark Title Kind Code Number NumberConfirm
		Date Total TotalCn PretaxAmount Tax MachineCode Ciphertext Remark Seller SellerTaxID
		SellerAddrTel SellerBankAccount Buyer BuyerTaxID CompanySealMark Issuer Reviewer Province
		CodeConfirm Receiptor ElectronicFullMark ElectronicFullNumber FormName`,
	lists: {
		VatInvoiceItemInfos: `
			Name Specification Unit Quantity Price Total TaxRate Tax DateStart DateEnd LicensePlate
			VehicleType`,
	},
};

const VAT_ELECTRONIC: InvoiceType = {
	fields: `
		Title Number Date PretaxAmount Tax Total TotalCn Seller SellerTaxID Buyer BuyerTaxID Issuer
		Remark SubTotal SubTax`,
	lists: {
		VatElectronicItems: `
			Name Quantity Specification Price Total TaxRate Tax Unit VehicleType VehicleBrand
			DeparturePlace ArrivalPlace TransportItemsName PlaceOfBuildingService BuildingName
			EstateNumber AreaUnit`,
	},
};

const NON_TAX: InvoiceType = {
	fields: `
		Title Number Code CheckCode Date Total TotalCn Buyer BuyerTaxID Seller SellerCompany Remark
		CurrencyCode Reviewer QRCodeMark OtherInfo PaymentCode ReceiveUnitCode Receiver Operator
		PayerAccount PayerBank ReceiverAccount ReceiverBank`,
	lists: { NonTaxItems: 'ItemID Name Unit Quantity Standard Total' },
};

const MEDICAL: InvoiceType = {
	fields: 'Title Code Number Total TotalCn Date CheckCode Place Reviewer',
};

/**
 * The kinds of invoices by `SubType`, which is also the name of their part of the response. The names
 * of the fields of an OtherInvoice are those on the paper.
 *
 * Source: "Data Types > SingleInvoiceItem" of RecognizeGeneralInvoice, in the order there.
 */
export const INVOICE_TYPES: Record<string, InvoiceType> = {
	VatSpecialInvoice: VAT,
	VatCommonInvoice: VAT,
	VatElectronicCommonInvoice: VAT,
	VatElectronicSpecialInvoice: VAT,
	VatElectronicInvoiceBlockchain: VAT,
	VatElectronicInvoiceToll: VAT,
	VatElectronicSpecialInvoiceFull: VAT_ELECTRONIC,
	VatElectronicInvoiceFull: VAT_ELECTRONIC,
	MachinePrintedInvoice: {
		fields: `
			Title QRCodeMark Code Number Date Time CheckCode Ciphertext Category PretaxAmount Total
			TotalCn Tax IndustryClass Seller SellerTaxID SellerAddrTel SellerBankAccount Buyer
			BuyerTaxID BuyerAddrTel BuyerBankAccount Kind Province City CompanySealMark ElectronicMark
			Issuer Receiptor Reviewer Remark PaymentInfo TicketPickupUser MerchantNumber OrderNumber`,
		lists: {
			GeneralMachineItems: 'Name Specification Unit Quantity Price Total TaxRate Tax',
		},
	},
	BusInvoice: {
		fields: `
			Title QRCodeMark Number Code Date TimeGetOn DateGetOn StationGetOn StationGetOff Total
			UserName Kind UserID Province City PlaceGetOn GateNumber TicketType VehicleType SeatNumber
			TrainNumber`,
	},
	ShippingInvoice: {
		fields: `
			Title QRCodeMark Code Number UserName Date Time StationGetOn StationGetOff Total Kind
			Province City CurrencyCode`,
	},
	TollInvoice: {
		fields: 'Title Code Number Total Kind Date Time Entrance Exit HighwayMark QRCodeMark',
	},
	OtherInvoice: { fields: 'Title Total', lists: { OtherInvoiceTableItems: '' } },
	MotorVehicleSaleInvoice: {
		fields: `
			Title Code Number Date PretaxAmount Total TotalCn Seller SellerTaxID SellerTel
			SellerAddress SellerBank SellerBankAccount Buyer BuyerTaxID BuyerID TaxAuthorities
			TaxAuthoritiesCode VIN VehicleModel VehicleEngineCode CertificateNumber InspectionNumber
			MachineID VehicleType Kind Province City Tax TaxRate CompanySealMark Tonnage Remark FormType
			FormName Issuer TaxNum MaxPeopleNum Origin MachineCode MachineNumber QRCodeMark`,
	},
	UsedCarPurchaseInvoice: {
		fields: `
			Title QRCodeMark Code Number Date Total TotalCn Seller SellerTel SellerTaxID SellerAddress
			Buyer BuyerID BuyerAddress BuyerTel CompanyName CompanyTaxID CompanyBankAccount CompanyTel
			CompanyAddress TransferAdministrationName LicensePlate RegistrationNumber VIN VehicleModel
			Kind Province City VehicleType Remark FormType FormName CompanySealMark`,
	},
	VatInvoiceRoll: {
		fields: `
			Title Code Number NumberConfirm Date CheckCode Seller SellerTaxID Buyer BuyerTaxID Category
			Total TotalCn Kind Province City CompanySealMark QRCodeMark ServiceName CompanySealContent
			TaxSealContent`,
		lists: { VatRollItems: 'Name Quantity Price Total' },
	},
	TaxiTicket: {
		fields: `
			Title QRCodeMark Code Number Date TimeGetOn TimeGetOff Price Mileage Total Place Province
			City Kind LicensePlate FuelFee BookingCallFee CompanySealMark`,
	},
	QuotaInvoice: {
		fields: 'Title Code Number Total TotalCn Kind Province City QRCodeMark CompanySealMark',
	},
	AirTransport: {
		fields: `
			Title Number CheckCode SerialNumber Date AgentCode AgentCodeFirst AgentCodeSecond UserName
			UserID Issuer Fare Tax FuelSurcharge AirDevelopmentFund Insurance Total Kind
			DomesticInternationalTag DateStart DateEnd Endorsement QRCodeMark`,
		lists: {
			FlightItems: `
				TerminalGetOn TerminalGetOff Carrier FlightNumber Seat DateGetOn TimeGetOn StationGetOn
				StationGetOff Allow FareBasis`,
		},
	},
	NonTaxIncomeGeneralBill: NON_TAX,
	NonTaxIncomeElectronicBill: NON_TAX,
	TrainTicket: {
		fields: `
			Title Number DateGetOn TimeGetOn Name StationGetOn StationGetOff Seat Total Kind
			SerialNumber UserID GateNumber TrainNumber HandlingFee OriginalFare TotalCn SeatNumber
			PickUpAddress TicketChange AdditionalFare ReceiptNumber QRCodeMark ReimburseOnlyMark`,
	},
	MedicalOutpatientInvoice: MEDICAL,
	MedicalHospitalizedInvoice: MEDICAL,
};
