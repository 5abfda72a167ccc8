using System.Text.Json.Serialization;
using OneProject.Fme.Planning;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddValidation();
WebApplication app = builder.Build();
app.MapPost("/reports", (ParcelReport report) => report);
app.Run();

[JsonSerializable(typeof(ParcelReport))]
internal sealed partial class AppJson : JsonSerializerContext;
