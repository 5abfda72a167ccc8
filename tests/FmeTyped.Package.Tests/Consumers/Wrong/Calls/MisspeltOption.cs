using Calls.Fme.Samples;

internal static class MisspeltOption
{
    public static AustinDownload Request() => new() { Coordsys = AustinDownload.CoordsysOption.LL48 };
}
