using System.Collections.Concurrent;
using FmeTyped;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Mvc;
using OrderService.Fme.Orders;

namespace OrderService;

/// <summary>The service: place an order, get its status, fetch its result.</summary>
internal static class OrderApp
{
    public static WebApplication Create(Action<FmeFlowOptions> flow, string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddFmeFlow(flow);
        builder.Services.AddSingleton<ConcurrentDictionary<Guid, string>>(); // takes the place of a database table of orders: number and handle
        WebApplication app = builder.Build();
        app.MapPost("/orders", PlaceAsync).DisableAntiforgery();
        app.MapGet("/orders/{number:guid}", AskAsync);
        app.MapGet("/orders/{number:guid}/result", FetchAsync);
        return app;
    }

    private static async Task<IResult> PlaceAsync(
        IFormFile drawing, [FromForm] string format, FmeFlowClient fme, ConcurrentDictionary<Guid, string> orders, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, FmeParameterValue> { ["SOURCE"] = drawing.FileName, ["FORMAT"] = format };
        if (!PlotOrder.TryRead(values, out PlotOrder? order, out IReadOnlyList<FmeValidationError> problems))
        {
            return Results.ValidationProblem(
                problems.GroupBy(problem => problem.Parameter, problem => problem.ToString()).ToDictionary(of => of.Key, of => of.ToArray()));
        }

        order = order with { Source = FmeFile.FromFormFile(drawing.FileName, drawing.OpenReadStream) };
        FmeJob job = await fme.SubmitDownloadAsync(order, cancellationToken);
        var number = Guid.NewGuid();
        orders[number] = job.ToHandle().ToString();
        return Results.Accepted($"/orders/{number}");
    }

    private static async Task<IResult> AskAsync(Guid number, FmeFlowClient fme, ConcurrentDictionary<Guid, string> orders, CancellationToken cancellationToken)
    {
        if (!orders.TryGetValue(number, out string? handle))
        {
            return Results.NotFound();
        }

        FmeJobRecord record = await fme.Resume(FmeJobHandle.Parse(handle)).GetRecordAsync(cancellationToken);
        return Results.Ok(new { record.Status.IsFinal, record.Status.IsSuccess });
    }

    private static async Task<IResult> FetchAsync(
        Guid number, FmeFlowClient fme, ConcurrentDictionary<Guid, string> orders, HttpContext context, CancellationToken cancellationToken)
    {
        if (!orders.TryGetValue(number, out string? handle))
        {
            return Results.NotFound();
        }

        try
        {
            FmeDownload download = await fme.Resume(FmeJobHandle.Parse(handle)).OpenResultAsync(cancellationToken);
            context.Response.RegisterForDisposeAsync(download);
            return Results.Stream(download.Content, download.MediaType ?? "application/zip", $"{number}.zip");
        }
        catch (FmeJobFailedException failure)
        {
            return Results.Problem(
                failure.Result.StatusMessage, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The drawing could not be plotted.");
        }
    }
}
