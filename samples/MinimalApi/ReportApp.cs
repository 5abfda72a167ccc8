using FmeTyped;
using MinimalApi.Fme.Planning;

namespace MinimalApi;

/// <summary>The API.</summary>
internal static class ReportApp
{
    public static WebApplication Create(Action<FmeFlowOptions> flow, string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddFmeFlow(flow);
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<FmeProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi(options => options.AddSchemaTransformer<FmeSchemaTransformer>());
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.MapPost("/reports", async (ParcelReport report, FmeFlowClient fme, CancellationToken cancellationToken) =>
        {
            FmeJobResult result = await fme.RunAsync(report, cancellationToken);
            return new { Job = result.Id, Features = result.FeatureCount };
        });
        app.MapOpenApi();
        return app;
    }
}
