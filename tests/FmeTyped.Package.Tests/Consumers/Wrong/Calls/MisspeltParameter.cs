using Calls.Fme.Samples;

internal static class MisspeltParameter
{
    public static AustinDownload Request() => new() { Maxyy = 42 };
}
