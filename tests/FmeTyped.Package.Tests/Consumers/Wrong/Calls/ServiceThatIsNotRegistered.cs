using Calls.Fme.Planning;
using FmeTyped;

internal static class ServiceThatIsNotRegistered
{
    public static Task<FmeDownload> Download(FmeFlowClient fme, ParcelReport report) => fme.DownloadAsync(report);
}
