using Calls.Fme.Samples;
using static Calls.Fme.Samples.AustinDownload;

internal static class NumberForAnOption
{
    public static AustinDownload InAList() => new() { Themes = [ThemesOption.Airports, 929] };

    public static AustinDownload Alone() => new() { Coordsys = 84 };
}
