using Bindings.Fme.Planning;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Web.Tests.Web;

/// <summary>A web app whose workspaces come from a class library.</summary>
internal static class SurveyApp
{
    public static WebApplication Create()
    {
        WebApplicationBuilder builder = TestHost.CreateBuilder();
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<FmeProblemHandler>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi(options => options.AddSchemaTransformer<FmeSchemaTransformer>());
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.MapPost("/surveys", (Survey survey) => survey);
        app.MapPost("/surveys/form", (IFormCollection form) => Survey.TryRead(Values(form), out Survey? survey, out var problems)
            ? Results.Ok(survey)
            : Results.ValidationProblem(problems.GroupBy(problem => problem.Parameter, problem => problem.ToString())
                .ToDictionary(of => of.Key, of => of.ToArray()))).DisableAntiforgery();
        app.MapOpenApi();
        return app;
    }

    private static Dictionary<string, FmeParameterValue> Values(IFormCollection form)
    {
        var values = new Dictionary<string, FmeParameterValue>();
        foreach ((string name, StringValues texts) in form)
        {
            values.Add(name, (FmeList<string>)[.. texts.OfType<string>()]);
        }

        return values;
    }
}
