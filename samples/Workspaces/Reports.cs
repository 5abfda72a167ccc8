using FmeTyped;
using MyApp.Fme.Planning;

namespace MyApp;

// What Visual Basic cannot write: objects with required members.
public static class Reports
{
    public static FmeFlowClient Connect(Uri serverUrl, string token) => new(new FmeFlowOptions { ServerUrl = serverUrl, Token = token });

    public static ParcelReport For(string parcel, long distance) => new() { ParcelId = parcel, Distance = distance };
}
