"""The function words of other languages, so that text in them is recognised. Most common first."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

FUNCTION_WORDS = {
    "German": word_set(
        """
        der die und in das ist nicht den zu von mit sich auf für ein eine einen einem einer dem des im als
        auch es an er sie wir ich du wird wurde werden sind war hat haben hatte oder aber nach bei aus wie
        dass was kein keine über noch nur vor durch um am zum zur wenn weil man so bis
        """
    ),
    "French": word_set(
        """
        le la les de des du et est un une dans pour qui que pas sur avec ce cette ces il elle ils nous
        vous on je sont ont été mais au aux par plus leur ses son sa en à ne se aussi comme ou où était
        sans sous entre
        """
    ),
    "Spanish": word_set(
        """
        el la los las de del y es un una en que por para con no se su sus al lo como más pero fue son era
        este esta o ha han yo él ella nos sin sobre entre cuando muy ya también le les me mi
        """
    ),
    "Portuguese": word_set(
        """
        o a os as de do da dos das e é um uma em no na nos nas que por para com não se seu sua ao à como
        mais mas foi são era este esta ou eu ele ela sem sobre entre quando muito já também pelo pela
        """
    ),
    "Italian": word_set(
        """
        il lo la i gli le di del della dei delle e è un una in nel nella che per con non si suo sua al
        alla come più ma sono era questo questa o ha hanno io ci da dal dalla su sul anche tra fra senza
        dopo
        """
    ),
    "Catalan": word_set(
        """
        el la els les de del dels i és un una en que per amb no es seu seva al com més però va són era
        aquest aquesta o ha han jo ell ella sense entre quan molt ja també
        """
    ),
    "Romanian": word_set(
        """
        și de la în cu pe un o care că nu este sunt din pentru mai al ale ai au fost prin după sau dar se
        lui cel cea acest această când era
        """
    ),
    "Dutch": word_set(
        """
        de het een en van in is dat niet met voor op te er ook maar aan zijn was die hij zij ze ik wij we
        naar om als bij uit wordt werd worden heeft hebben had of door over nog dan geen
        """
    ),
    "Swedish": word_set(
        """
        och i att det som en på är av för med den till inte ett om han hon jag vi de har hade var från men
        sig så kan ska efter eller vid också där när
        """
    ),
    "Danish or Norwegian": word_set(
        """
        og i at det som en på er av af for med den til ikke et om han hun jeg vi de har hadde havde var
        fra men seg sig så kan skal etter efter eller ved også der når blev ble
        """
    ),
    "Finnish": word_set(
        """
        ja on ei se että hän oli mutta ovat myös kun joka niin kuin tai ole sen jo vain minä me he ne mitä
        jos
        """
    ),
    "Hungarian": word_set(
        """
        a az és hogy nem is egy ez de volt van meg már csak mint vagy ha azt akkor még ki mert én aki
        amely
        """
    ),
    "Polish": word_set(
        """
        i w na z że się nie do to jest o jak ale po co za od przez dla przy tak był była było są oraz
        który która które tym ten ta lub już tylko
        """
    ),
    "Czech or Slovak": word_set(
        """
        a v na se že je s z do to o i za jako ale po by jsou byl byla bylo pro od který která které tak
        při také nebo už ktorý sa nie aj
        """
    ),
    "Croatian or Serbian": word_set(
        """
        i u je na se da za od su s a o kao ali ne iz to bi sa što koji koja koje bio bila po ili nije samo
        """
    ),
    "Turkish": word_set(
        """
        ve bir bu da de için ile çok daha olarak gibi ne kadar sonra olan ama en var değil ki her o ben şu
        mi
        """
    ),
    "Indonesian or Malay": word_set(
        """
        yang dan di itu dengan untuk dari dalam ini tidak pada ke akan oleh adalah juga saya kami mereka
        dia telah atau karena bisa ada sudah lebih
        """
    ),
    "Tagalog": word_set(
        """
        ang ng sa na mga ay at ito para hindi si ni kay siya niya ko mo ka nang may kung din
        """
    ),
    "Swahili": word_set("ya na wa kwa ni katika za la cha hii huo kuwa hiyo yake lakini au pia si kama wake"),
    "Welsh": word_set("y yr yn a i o ar am ei eu mae oedd wedi ac gan fod ond bod hyn hwn roedd nid sy sydd"),
    "Irish": word_set(
        """
        an na agus is i ar go le a do tá bhí ag sé sí gur nach leis don ní bhfuil seo sin ach
        """
    ),
    "Vietnamese": word_set(
        """
        và là của có không trong cho được những các một với người này đã cũng khi đến từ
        """
    ),
}
"""Function words by language. Some are words of English, too, such as "in" and "is"."""
