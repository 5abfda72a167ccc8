using Bindings.Fme.Planning;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Builder;
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
        WebApplication app = builder.Build();
        app.MapPost("/surveys", (Survey survey) => survey);
        app.MapPost("/surveys/form", (IFormCollection form) => Survey.TryRead(Values(form), out Survey? survey, out var problems)
            ? Results.Ok(survey)
            : Results.ValidationProblem(problems.GroupBy(problem => problem.Parameter, problem => problem.ToString())
                .ToDictionary(of => of.Key, of => of.ToArray()))).DisableAntiforgery();
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
