using FmeTyped;
using Library.Fme.Planning;
using static Library.Fme.Planning.ParcelReport;

IFmeRequest request = new ParcelReport { ParcelId = "1021", PaperSize = PaperSizeOption.A3 };
Console.WriteLine(request);
