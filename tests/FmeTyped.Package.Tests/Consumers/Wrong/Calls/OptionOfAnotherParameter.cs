using Calls.Fme.Samples;
using static Calls.Fme.Samples.AustinDownload;

internal static class OptionOfAnotherParameter
{
    public static AustinDownload InAList() => new() { Themes = [ThemesOption.Airports, CoordsysOption.LL84] };

    public static AustinDownload Alone() => new() { Coordsys = FormatGenericOption.Acad };
}
